using System.Buffers.Binary;
using System.Text;
using Amazon.DynamoDBv2.Model;
using Encrypted.Mapper.Encryption.Canonical;

namespace Encrypted.Mapper.Keys;

/// <summary>Decodes an encryption context into the attributes that a branch key selector sees (wire format, section 5.5).</summary>
internal static class SelectorView
{
    private const string AttributePrefix = "aws-crypto-attr.";
    private const string Legend = "aws-crypto-legend";
    private const string TableName = "aws-crypto-table-name";
    private const string PartitionName = "aws-crypto-partition-name";
    private const string SortName = "aws-crypto-sort-name";

    /// <summary>The logical name of the item's table.</summary>
    public static string? TableOf(EncryptionContext context) => context.TryGetValue(TableName, out var table) ? table : null;

    /// <summary>Decodes the context, or returns null if it isn't one that the item encryptor makes.</summary>
    public static Dictionary<string, AttributeValue>? Decode(EncryptionContext context)
    {
        var pairs = context.ToDictionary();
        if (!pairs.TryGetValue(PartitionName, out var partition)
            || !pairs.ContainsKey(AttributePrefix + partition)
            || (pairs.TryGetValue(SortName, out var sort) && !pairs.ContainsKey(AttributePrefix + sort)))
        {
            return null;
        }

        var attributes = new Dictionary<string, AttributeValue>(StringComparer.Ordinal);
        if (pairs.TryGetValue(Legend, out var legend))
        {
            return TryDecodeVersion2(context, pairs, legend, attributes) ? attributes : null;
        }

        return TryAdd(attributes, partition, DecodeTyped(pairs[AttributePrefix + partition]))
            && (sort is null || TryAdd(attributes, sort, DecodeTyped(pairs[AttributePrefix + sort])))
            ? attributes
            : null;
    }

    private static bool TryDecodeVersion2(EncryptionContext context, Dictionary<string, string> pairs, string legend, Dictionary<string, AttributeValue> attributes)
    {
        // The legend has a symbol for each attribute in the order of the keys' bytes.
        var next = 0;
        foreach (var (key, text) in context.ToPairs())
        {
            if (key.Length > AttributePrefix.Length && key.StartsWith(AttributePrefix, StringComparison.Ordinal))
            {
                var value = next < legend.Length ? Decode(legend[next++], text) : null;
                if (!TryAdd(attributes, key[AttributePrefix.Length..], value))
                {
                    return false;
                }
            }
        }

        attributes["aws_dbe_table_name"] = new() { S = pairs.GetValueOrDefault(TableName, "") };
        attributes["aws_dbe_partition_name"] = new() { S = pairs[PartitionName] };
        if (pairs.TryGetValue(SortName, out var sort))
        {
            attributes["aws_dbe_sort_name"] = new() { S = sort };
        }

        return next == legend.Length;
    }

    private static AttributeValue? Decode(char symbol, string text) => symbol switch
    {
        'S' => new() { S = text },
        'N' => new() { N = text },
        'L' when text == "true" => new() { BOOL = true },
        'L' when text == "false" => new() { BOOL = false },
        'L' when text == "null" => new() { NULL = true },
        'B' => DecodeTyped(text),
        _ => null,
    };

    private static AttributeValue? DecodeTyped(string base64)
    {
        var bytes = new byte[Encoding.UTF8.GetByteCount(base64)];
        return Convert.TryFromBase64String(base64, bytes, out var length) && length >= sizeof(ushort)
            ? ValueReader.Read(BinaryPrimitives.ReadUInt16BigEndian(bytes), bytes.AsSpan(sizeof(ushort), length - sizeof(ushort)))
            : null;
    }

    private static bool TryAdd(Dictionary<string, AttributeValue> attributes, string name, AttributeValue? value)
        => value is not null && attributes.TryAdd(name, value);
}
