using Microsoft.CodeAnalysis;

namespace Encrypted.Mapper.Generators.Parsing;

/// <summary>A member's part in the key of one secondary index.</summary>
/// <param name="IndexName">The index.</param>
/// <param name="Role">The part.</param>
/// <param name="Order">The position among several key attributes of the same part.</param>
/// <param name="Attribute">Where it is stated.</param>
internal sealed record IndexKey(string IndexName, IndexKeyRole Role, int Order, AttributeData Attribute)
{
    public static IEnumerable<IndexKey> Of(AttributeData attribute, IndexKeyRole role)
    {
        var order = AttributeArguments.Int32(attribute, "order", "Order") ?? 0;
        foreach (var name in Names(attribute))
        {
            yield return new IndexKey(name, role, order, attribute);
        }
    }

    private static IEnumerable<string> Names(AttributeData attribute)
    {
        if (AttributeArguments.Find(attribute, "indexNames", "IndexNames") is { Kind: TypedConstantKind.Array, IsNull: false } names)
        {
            return names.Values.Select(static name => name.Value).OfType<string>().Distinct(StringComparer.Ordinal);
        }

        return AttributeArguments.String(attribute, "indexName", "IndexName") is { } single ? [single] : [];
    }
}
