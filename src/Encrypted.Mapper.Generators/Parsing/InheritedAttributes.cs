using Microsoft.CodeAnalysis;

namespace Encrypted.Mapper.Generators.Parsing;

/// <summary>The attributes in force on a type or member, as reflection reports them with inheritance.</summary>
internal static class InheritedAttributes
{
    public static IEnumerable<AttributeData> Of(ISymbol member)
    {
        var seen = new HashSet<INamedTypeSymbol>(SymbolEqualityComparer.Default);
        for (var symbol = member; symbol is not null; symbol = (symbol as IPropertySymbol)?.OverriddenProperty)
        {
            // Several of one kind may stand on one declaration, but an inherited one gives way to a nearer one.
            var here = symbol.GetAttributes();
            foreach (var attribute in here)
            {
                if (attribute.AttributeClass is { } kind && (!seen.Contains(kind) || AllowsSeveral(kind)))
                {
                    yield return attribute;
                }
            }

            seen.UnionWith(here.Select(static attribute => attribute.AttributeClass).OfType<INamedTypeSymbol>());
        }
    }

    /// <summary>
    /// The protections of a member: its own or inherited ones, else those of the interface members that it implements,
    /// since whoever writes <c>[Encrypted]</c> on an interface means it.
    /// </summary>
    public static IEnumerable<AttributeData> Protections(ISymbol member) => OwnOrImplemented(member, TypeNames.IsProtection);

    /// <summary>The <c>[BranchKey]</c> of a member, found as protections are: one that is passed over would leave tenants without their own keys.</summary>
    public static AttributeData? BranchKey(ISymbol member)
        => OwnOrImplemented(member, static attribute => TypeNames.OwnName(attribute) == TypeNames.BranchKey).FirstOrDefault();

    /// <summary>The <c>[DynamoDBTable]</c> of a type or of its nearest base type that has one.</summary>
    public static AttributeData? Table(INamedTypeSymbol type)
    {
        for (var current = type; current is not null; current = current.BaseType)
        {
            if (current.GetAttributes().FirstOrDefault(static attribute => TypeNames.SdkName(attribute) == TypeNames.Table) is { } table)
            {
                return table;
            }
        }

        return null;
    }

    private static IEnumerable<AttributeData> OwnOrImplemented(ISymbol member, Func<AttributeData, bool> isMeant)
    {
        var own = Of(member).Where(isMeant).ToArray();
        return own.Length > 0 || member is not IPropertySymbol property
            ? own
            : Implemented(property).SelectMany(static contract => contract.GetAttributes()).Where(isMeant);
    }

    private static IEnumerable<ISymbol> Implemented(IPropertySymbol property)
        => property.ContainingType.AllInterfaces
            .SelectMany(contract => contract.GetMembers(property.Name))
            .Where(member => SymbolEqualityComparer.Default.Equals(property.ContainingType.FindImplementationForInterfaceMember(member), property));

    private static bool AllowsSeveral(INamedTypeSymbol kind)
        => kind.GetAttributes().Any(static usage =>
            usage.AttributeClass?.Name == nameof(AttributeUsageAttribute)
            && usage.NamedArguments.Any(static argument => argument is { Key: nameof(AttributeUsageAttribute.AllowMultiple), Value.Value: true }));
}
