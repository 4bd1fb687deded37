using System.Collections.Immutable;
using Encrypted.Mapper.Generators.Diagnostics;
using Encrypted.Mapper.Generators.Model;

namespace Encrypted.Mapper.Generators.Parsing;

/// <summary>Assembles the secondary indexes from what single members say about them.</summary>
internal static class IndexKeys
{
    public static ImmutableArray<IndexSpec> Of(List<EntityAttribute> attributes, string? tablePartitionKey, Findings findings)
    {
        var order = new List<string>();
        var partitions = new Dictionary<string, string>(StringComparer.Ordinal);
        var sorts = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var attribute in attributes)
        {
            foreach (var key in attribute.Member.Attributes.IndexKeys)
            {
                var parts = key.Role == IndexKeyRole.Partition ? partitions : sorts;
                if (key.Order > 0 || parts.ContainsKey(key.IndexName))
                {
                    findings.Add(Rules.UnsupportedMapping, key.Attribute, attribute.Member.Symbol, attribute.Member.Name, "a second part of an index key");
                    continue;
                }

                parts.Add(key.IndexName, attribute.Name);
                if (!order.Contains(key.IndexName))
                {
                    order.Add(key.IndexName);
                }
            }
        }

        // An index whose partition key no member declares shares that of the table, as local indexes do.
        return order
            .Select(name => new IndexSpec(
                name,
                partitions.TryGetValue(name, out var partition) ? partition : tablePartitionKey ?? string.Empty,
                sorts.TryGetValue(name, out var sort) ? sort : null))
            .ToImmutableArray();
    }
}
