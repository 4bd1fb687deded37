using Encrypted.Mapper.Generators.Diagnostics;
using Microsoft.CodeAnalysis;

namespace Encrypted.Mapper.Generators.Parsing;

/// <summary>One type of the closed set that <c>[DynamoDBPolymorphicType]</c> attributes list.</summary>
/// <param name="Discriminator">What is stored for it.</param>
/// <param name="Type">The type.</param>
/// <param name="Attribute">Where it is listed.</param>
internal sealed record DerivedType(string Discriminator, INamedTypeSymbol Type, AttributeData Attribute)
{
    /// <summary>The name that the discriminator is stored under.</summary>
    public const string AttributeName = "$type";

    /// <summary>The attributes that stand on a type itself; the SDK doesn't inherit them.</summary>
    public static IEnumerable<AttributeData> ListedOn(ITypeSymbol type)
        => type.GetAttributes().Where(static attribute => TypeNames.SdkName(attribute) == TypeNames.PolymorphicType);

    /// <summary>Reads the closed set and reports what is wrong with it.</summary>
    public static List<DerivedType> Read(
        INamedTypeSymbol declared,
        IEnumerable<AttributeData> attributes,
        ISymbol owner,
        MemberAccess access,
        Findings findings)
    {
        var set = new List<DerivedType>();
        foreach (var attribute in attributes)
        {
            var discriminator = AttributeArguments.String(attribute, "typeDiscriminator", string.Empty);
            var type = AttributeArguments.Type(attribute, "derivedType", string.Empty);
            if (Problem(declared, discriminator, type, set, access) is { } problem)
            {
                findings.Add(Rules.UnsupportedType, attribute, owner, type?.Name ?? "null", declared.Name, problem);
            }
            else
            {
                set.Add(new DerivedType(discriminator!, type!, attribute));
            }
        }

        return set;
    }

    private static string? Problem(INamedTypeSymbol declared, string? discriminator, INamedTypeSymbol? type, List<DerivedType> set, MemberAccess access)
    {
        if (string.IsNullOrEmpty(discriminator) || type is null)
        {
            return "a polymorphic type needs a discriminator and a type";
        }

        if (set.Any(other => other.Discriminator == discriminator || SymbolEqualityComparer.Default.Equals(other.Type, type)))
        {
            return "the discriminator or the type is listed twice";
        }

        if (type.IsUnboundGenericType || type.TypeKind != TypeKind.Class || type.IsAbstract || !IsDerivedFrom(type, declared))
        {
            return $"it is no class with instances that derives from '{declared.Name}'";
        }

        return access.Obstacle(type);
    }

    private static bool IsDerivedFrom(INamedTypeSymbol type, INamedTypeSymbol declared)
    {
        for (var current = type.BaseType; current is not null; current = current.BaseType)
        {
            if (SymbolEqualityComparer.Default.Equals(current, declared))
            {
                return true;
            }
        }

        return type.AllInterfaces.Any(contract => SymbolEqualityComparer.Default.Equals(contract, declared));
    }
}
