using Encrypted.Mapper.Generators.Parsing;
using Microsoft.CodeAnalysis;

namespace Encrypted.Mapper.Generators.Diagnostics;

/// <summary>
/// A type that inherits its table without repeating the attribute is no entity of its own, so protections on it would do nothing.
/// </summary>
internal static class UnannotatedCheck
{
    public static IEnumerable<Finding> Check(INamedTypeSymbol type, CancellationToken cancellation)
    {
        if (InheritedAttributes.Table(type) is null || type.IsAbstract)
        {
            return [];
        }

        var findings = new Findings(type, cancellation);
        if (MemberCollector.Collect(type, cancellation).Any(static member => member.Attributes.Protections.Count > 0))
        {
            findings.Add(Rules.NoTable, null, type, type.Name, "inherits [DynamoDBTable] but is no encrypted entity: add [EncryptedEntity], or repeat [DynamoDBTable]");
        }

        return findings.Items;
    }
}
