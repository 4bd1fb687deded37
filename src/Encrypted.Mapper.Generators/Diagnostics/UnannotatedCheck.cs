using Encrypted.Mapper.Generators.Parsing;
using Microsoft.CodeAnalysis;

namespace Encrypted.Mapper.Generators.Diagnostics;

/// <summary>
/// A class that inherits its table without repeating the attribute has no model of its own. Where it declares
/// protections, or inherits them from an abstract class that has no model either, they would do nothing.
/// </summary>
internal static class UnannotatedCheck
{
    public static IEnumerable<Finding> Check(INamedTypeSymbol type, CancellationToken cancellation)
    {
        if (type.IsAbstract || InheritedAttributes.Table(type) is null || IsListed(type))
        {
            return [];
        }

        var findings = new Findings(type, cancellation);
        foreach (var member in MemberCollector.Collect(type, cancellation))
        {
            if ((member.Attributes.Protections.FirstOrDefault() ?? member.Attributes.BranchKey) is not { } mark)
            {
                continue;
            }

            var isOwn = SymbolEqualityComparer.Default.Equals(member.Symbol.ContainingType, type);
            if (isOwn || !HasBaseModel(type))
            {
                findings.Add(Rules.NoTable, isOwn ? mark : null, isOwn ? member.Symbol : type, type.Name, "inherits [DynamoDBTable] and protections but is no encrypted entity: add [EncryptedEntity], or repeat [DynamoDBTable]");
                break;
            }
        }

        return findings.Items;
    }

    /// <summary>Whether a base class has a model, by which the table is known as protected and this type is refused at run time.</summary>
    private static bool HasBaseModel(INamedTypeSymbol type)
    {
        for (var current = type.BaseType; current is not null; current = current.BaseType)
        {
            if (EntityTypes.IsAnnotated(current) && (!current.IsAbstract || DerivedType.ListedOn(current).Any()))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsListed(INamedTypeSymbol type)
    {
        for (var current = type.BaseType; current is not null; current = current.BaseType)
        {
            var set = DerivedType.ListedOn(current).Select(static attribute => AttributeArguments.Type(attribute, "derivedType", string.Empty));
            if (set.Any(listed => SymbolEqualityComparer.Default.Equals(listed, type)))
            {
                return true;
            }
        }

        return false;
    }
}
