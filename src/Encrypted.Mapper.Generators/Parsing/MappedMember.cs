using Microsoft.CodeAnalysis;

namespace Encrypted.Mapper.Generators.Parsing;

/// <summary>A property or field with what its attributes say.</summary>
/// <param name="Symbol">The property or field.</param>
/// <param name="Type">Its type.</param>
/// <param name="Attributes">Its attributes.</param>
/// <param name="IsReadWrite">Whether it can be read and written at all, which the SDK takes as the sign of a mapped member.</param>
internal sealed record MappedMember(ISymbol Symbol, ITypeSymbol Type, MemberAttributes Attributes, bool IsReadWrite)
{
    /// <summary>The constructor's parameter that its value is given to, if there is one.</summary>
    public IParameterSymbol? Parameter { get; init; }

    public string Name => Symbol.Name;

    public string Identifier => CodeNames.Identifier(Symbol.Name);

    public IMethodSymbol? Getter => Overridden(static property => property.GetMethod);

    public IMethodSymbol? Setter => Overridden(static property => property.SetMethod);

    /// <summary>A property may override one of its accessors only.</summary>
    private IMethodSymbol? Overridden(Func<IPropertySymbol, IMethodSymbol?> accessor)
    {
        for (var property = Symbol as IPropertySymbol; property is not null; property = property.OverriddenProperty)
        {
            if (accessor(property) is { } method)
            {
                return method;
            }
        }

        return null;
    }
}
