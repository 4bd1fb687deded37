using System.Buffers;

namespace Encrypted.Mapper.Keys;

/// <summary>What may name the table of a key store: DynamoDB's own rules.</summary>
internal static class KeyStoreTableName
{
    private const string ArnPrefix = "arn:";
    private const string Service = "dynamodb";
    private const string ResourcePrefix = "table/";
    private const int ArnParts = 6;
    private const int MaxArnLength = 1024;
    private const int MinLength = 3;
    private const int MaxLength = 255;

    private static readonly SearchValues<char> s_characters
        = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-.");

    /// <summary>Whether the text is a table's name or ARN.</summary>
    public static bool IsAllowed(string text) => text.StartsWith(ArnPrefix, StringComparison.Ordinal) ? IsArn(text) : IsName(text);

    private static bool IsName(ReadOnlySpan<char> text) => text.Length is >= MinLength and <= MaxLength && !text.ContainsAnyExcept(s_characters);

    private static bool IsArn(string text)
        => text.Length <= MaxArnLength
        && text.Split(':') is { Length: ArnParts } parts
        && IsPart(parts[1]) && parts[2] == Service && IsPart(parts[3]) && IsPart(parts[4])
        && parts[5].StartsWith(ResourcePrefix, StringComparison.Ordinal) && IsName(parts[5].AsSpan(ResourcePrefix.Length));

    private static bool IsPart(string text) => text.Length > 0 && !text.AsSpan().ContainsAnyExcept(s_characters);
}
