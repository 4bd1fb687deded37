using Encrypted.Mapper.Generators.Parsing;
using Microsoft.CodeAnalysis;

namespace Encrypted.Mapper.Generators.Diagnostics;

/// <summary>
/// A type that inherits its table without repeating the attribute is no entity of its own, so protections that it
/// declares would do nothing, unless a base type lists it in its closed set.
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
            if (member.Attributes.Protections.FirstOrDefault() is { } mark && SymbolEqualityComparer.Default.Equals(member.Symbol.ContainingType, type))
            {
                findings.Add(Rules.NoTable, mark, member.Symbol, type.Name, "inherits [DynamoDBTable] but is no encrypted entity: add [EncryptedEntity], or repeat [DynamoDBTable]");
                break;
            }
        }

        return findings.Items;
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
