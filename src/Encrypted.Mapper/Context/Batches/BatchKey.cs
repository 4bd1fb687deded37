using System.Globalization;
using System.Text;
using Amazon.DynamoDBv2.Model;
using Encrypted.Mapper.Encryption.Canonical;

namespace Encrypted.Mapper.Context.Batches;

/// <summary>
/// The identity of an item within a batch: its table and key. Two keys that the service takes for one are equal, however
/// their numbers are spelled. It holds key values, and is for comparing alone.
/// </summary>
internal readonly record struct BatchKey(string Table, string PartitionKey, string SortKey)
{
    /// <summary>The identity of an item or key, or <see langword="null"/> where a part of the key is missing.</summary>
    public static BatchKey? Of(EntityTable table, Dictionary<string, AttributeValue> item)
    {
        var sortKey = table.Model.SortKey is { } name ? Part(item, name) : "";
        return Part(item, table.Model.PartitionKey) is { } partitionKey && sortKey is not null
            ? new BatchKey(table.Name, partitionKey, sortKey)
            : null;
    }

    /// <summary>Not the values.</summary>
    public override string ToString() => Table;

    private static string? Part(Dictionary<string, AttributeValue> item, string name)
    {
        if (!item.TryGetValue(name, out var value))
        {
            return null;
        }

        if (value.S is { } text)
        {
            return "S" + text;
        }

        return value.N is { } number ? "N" + Normalized(number) : value.B is { } binary ? "B" + Convert.ToHexString(binary.ToArray()) : null;
    }

    private static string Normalized(string number)
    {
        Span<byte> digits = stackalloc byte[NumberText.MaxLength];
        return NumberText.Normalize(number, digits, out var length) == NumberStatus.Ok
            ? Encoding.ASCII.GetString(digits[..length])
            : string.Create(CultureInfo.InvariantCulture, $"?{number}");
    }
}
