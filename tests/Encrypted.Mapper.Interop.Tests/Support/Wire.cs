using System.Text.Json.Nodes;

namespace Encrypted.Mapper.Interop.Tests.Support;

/// <summary>Values as the foreign program's lines have them: <c>{"$bytes": "…"}</c> stands for bytes.</summary>
internal static class Wire
{
    public static JsonObject Bytes(ReadOnlySpan<byte> bytes) => new() { ["$bytes"] = Convert.ToBase64String(bytes) };

    public static byte[] ToBytes(this JsonNode? node) => Convert.FromBase64String(node!["$bytes"]!.GetValue<string>());

    public static string ToText(this JsonNode? node) => node!.GetValue<string>();

    public static JsonObject Map(IEnumerable<KeyValuePair<string, string>> pairs)
        => new(pairs.Select(pair => KeyValuePair.Create(pair.Key, (JsonNode?)pair.Value)));
}
