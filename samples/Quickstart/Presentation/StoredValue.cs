using Amazon.DynamoDBv2.Model;

namespace Quickstart.Presentation;

/// <summary>An attribute value as the table holds it: its type, and its content or the first bytes of it.</summary>
internal static class StoredValue
{
    private const int ShownBytes = 4;

    public static string Text(AttributeValue value) => value switch
    {
        { S: { } text } => $"S  \"{text}\"",
        { N: { } number } => $"N  {number}",
        { B: { } bytes } => $"B  {Bytes(bytes.ToArray())}",
        _ => "another type",
    };

    public static string Bytes(ReadOnlySpan<byte> bytes)
    {
        var shown = bytes[..Math.Min(ShownBytes, bytes.Length)].ToArray();
        var start = string.Join(' ', shown.Select(value => value.ToString("x2", null)));
        return $"{bytes.Length,3} bytes: {start} …";
    }
}
