using Microsoft.CodeAnalysis;

namespace Encrypted.Mapper.Generators.Parsing;

/// <summary>Whether ordinary code of the compiled assembly can create a type and read and write its members.</summary>
/// <param name="compilation">The compilation that the model is generated into.</param>
internal sealed class MemberAccess(Compilation compilation)
{
    /// <summary>Why a member can't be read or written, or <see langword="null"/> if it can.</summary>
    public string? Obstacle(MappedMember member, INamedTypeSymbol owner) => member.Symbol switch
    {
        { IsStatic: true } => "a static member is not stored",
        IPropertySymbol { Parameters.Length: > 0 } => "an indexer has no attribute; mark it [DynamoDBIgnore]",
        IPropertySymbol property => Obstacle(property, member, owner),
        IFieldSymbol { IsRequired: true } => "required fields are not supported yet",
        _ when !member.IsReadWrite => "it must be a public field that is not readonly",
        _ => null,
    };

    /// <summary>Why instances can't be created, or <see langword="null"/> if they can.</summary>
    public string? Obstacle(INamedTypeSymbol type)
    {
        if (!IsReachable(type))
        {
            return "it must be public or internal, as must the types that it is nested in";
        }

        if (type.IsValueType || type.IsAbstract)
        {
            return null;
        }

        return type.InstanceConstructors.Any(constructor => constructor.Parameters.IsEmpty && IsAccessible(constructor))
            ? null
            : "it needs a public or internal constructor without parameters";
    }

    public bool IsReachable(INamedTypeSymbol type) => IsAccessible(type) && !IsFileLocal(type);

    private string? Obstacle(IPropertySymbol property, MappedMember member, INamedTypeSymbol owner)
    {
        if (!member.IsReadWrite)
        {
            return "it needs a getter and a setter";
        }

        if (property.IsRequired)
        {
            return "required properties are not supported yet";
        }

        if (property.SetMethod is { IsInitOnly: true })
        {
            return "init-only properties are not supported yet: give it a setter";
        }

        if (property.ExplicitInterfaceImplementations.Length > 0)
        {
            return "an explicit implementation of an interface can't be accessed; mark it [DynamoDBIgnore]";
        }

        if (!IsAccessible(property) || !IsAccessible(property.GetMethod) || !IsAccessible(property.SetMethod))
        {
            return "its getter and setter must be public or internal, or mark it [DynamoDBIgnore]";
        }

        return IsHidden(property, owner) ? "a derived type hides it" : null;
    }

    private static bool IsHidden(IPropertySymbol property, INamedTypeSymbol owner)
    {
        for (var type = owner; type is not null && !SymbolEqualityComparer.Default.Equals(type, property.ContainingType); type = type.BaseType)
        {
            if (type.GetMembers(property.Name).Any(static member => !member.IsOverride))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsFileLocal(INamedTypeSymbol type)
    {
        for (var current = type; current is not null; current = current.ContainingType)
        {
            if (current.IsFileLocal)
            {
                return true;
            }
        }

        return false;
    }

    private bool IsAccessible(ISymbol? symbol) => symbol is null || compilation.IsSymbolAccessibleWithin(symbol, compilation.Assembly);
}
