using System.Buffers;
using System.Text;
using System.Text.Unicode;

namespace Encrypted.Mapper.Encryption.Canonical;

/// <summary>Strict conversion between UTF-16 strings and UTF-8 bytes: nothing is ever replaced.</summary>
internal static class Utf8Text
{
    // Below this length it is cheaper to reserve the most that a text can take than to count.
    private const int ShortText = 128;

    /// <summary>An encoding that throws on unpaired surrogates and malformed bytes.</summary>
    public static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Appends the text's UTF-8 bytes. Returns false, with nothing appended, for an unpaired surrogate.</summary>
    public static bool TryAppend(ScratchBuffer buffer, string text)
    {
        var start = buffer.Length;
        var bound = text.Length <= ShortText ? text.Length * 3 : Encoding.UTF8.GetByteCount(text);
        var destination = buffer.Append(bound);
        var status = Utf8.FromUtf16(text, destination, out _, out var written, replaceInvalidSequences: false);
        if (status != OperationStatus.Done)
        {
            buffer.Truncate(start);
            return false;
        }

        buffer.Truncate(start + written);
        return true;
    }

    /// <summary>Converts the text, or returns null for an unpaired surrogate.</summary>
    public static byte[]? GetBytes(string text)
    {
        try
        {
            return Strict.GetBytes(text);
        }
        catch (EncoderFallbackException)
        {
            return null;
        }
    }

    public static bool IsValid(ReadOnlySpan<byte> utf8) => Utf8.IsValid(utf8);

    /// <summary>Converts the bytes. Returns false if they aren't well-formed UTF-8.</summary>
    public static bool TryGetString(ReadOnlySpan<byte> utf8, out string text)
    {
        if (!IsValid(utf8))
        {
            text = "";
            return false;
        }

        text = Strict.GetString(utf8);
        return true;
    }
}
