using Amazon.DynamoDBv2.Model;

namespace Encrypted.Mapper.Context.Batches;

/// <summary>
/// A bound on what an item takes in the JSON of a request, which the service limits too: there binary is longer by a
/// third, and a character that must be escaped six times as long.
/// </summary>
internal static class RequestSize
{
    /// <summary>16 MB, less what a request has beside its items.</summary>
    public const long Limit = (16 * 1024 * 1024) - 4096;

    private const int Framing = 16;
    private const int Escaped = 6;

    public static long Of(Dictionary<string, AttributeValue> item)
    {
        long size = Framing;
        foreach (var (name, value) in item)
        {
            size += Framing + OfText(name) + Of(value);
        }

        return size;
    }

    private static long Of(AttributeValue value)
    {
        long size = Framing + OfText(value.S) + OfText(value.N) + OfBinary(value.B);
        foreach (var text in value.SS ?? [])
        {
            size += Framing + OfText(text);
        }

        foreach (var number in value.NS ?? [])
        {
            size += Framing + OfText(number);
        }

        foreach (var binary in value.BS ?? [])
        {
            size += Framing + OfBinary(binary);
        }

        foreach (var element in value.L ?? [])
        {
            size += Of(element);
        }

        return value.M is { } map ? size + Of(map) : size;
    }

    private static long OfBinary(MemoryStream? binary) => binary is null ? 0 : ((binary.Length + 2) / 3) * 4;

    private static long OfText(string? text)
    {
        long size = 0;
        foreach (var character in text ?? "")
        {
            size += char.IsAsciiLetterOrDigit(character) || character is ' ' or '-' or '_' or '.' ? 1 : Escaped;
        }

        return size;
    }
}
