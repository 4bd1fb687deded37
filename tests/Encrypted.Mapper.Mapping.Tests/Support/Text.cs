using Amazon.DynamoDBv2.Model;

namespace Encrypted.Mapper.Mapping.Tests.Support;

/// <summary>Attribute values as text in which equal items, and only those, read the same. The order of sets and lists counts.</summary>
internal static class Text
{
    public static string Of(Dictionary<string, AttributeValue> map)
        => "{" + string.Join(", ", map.OrderBy(static entry => entry.Key, StringComparer.Ordinal).Select(static entry => $"{entry.Key}: {Of(entry.Value)}")) + "}";

    public static string Of(AttributeValue value)
    {
        var parts = new List<string>();
        Add(parts, "S", value.S is null ? null : $"\"{value.S}\"");
        Add(parts, "N", value.N);
        Add(parts, "BOOL", value.BOOL?.ToString());
        Add(parts, "NULL", value.NULL?.ToString());
        Add(parts, "B", value.B is null ? null : Convert.ToHexString(value.B.ToArray()));
        Add(parts, "SS", value.IsSSSet ? string.Join("|", value.SS) : null);
        Add(parts, "NS", value.IsNSSet ? string.Join("|", value.NS) : null);
        Add(parts, "BS", value.IsBSSet ? string.Join("|", value.BS.Select(static item => Convert.ToHexString(item.ToArray()))) : null);
        Add(parts, "L", value.IsLSet ? "[" + string.Join(", ", value.L.Select(Of)) + "]" : null);
        Add(parts, "M", value.IsMSet ? Of(value.M) : null);
        return string.Join("&", parts);
    }

    private static void Add(List<string> parts, string type, string? value)
    {
        if (value is not null)
        {
            parts.Add($"{type} {value}");
        }
    }
}
