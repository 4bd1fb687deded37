using System.Text;

namespace Encrypted.Mapper.IndependentReader;

/// <summary>A growing list of bytes with the few ways in which the format writes integers and text.</summary>
public sealed class ByteList
{
    private static readonly UTF8Encoding StrictUtf8 = new(false, true);

    private readonly List<byte> bytes = [];

    public static byte[] Utf8(string text)
    {
        try
        {
            return StrictUtf8.GetBytes(text);
        }
        catch (EncoderFallbackException)
        {
            throw new RefusalException("text: unpaired surrogate");
        }
    }

    public static string Text(byte[] utf8)
    {
        try
        {
            return StrictUtf8.GetString(utf8);
        }
        catch (DecoderFallbackException)
        {
            throw new RefusalException("text: not UTF-8");
        }
    }

    public static byte[] Join(params byte[][] parts)
    {
        var joined = new ByteList();
        foreach (var part in parts)
        {
            joined.Add(part);
        }

        return joined.ToArray();
    }

    public ByteList Add(params byte[] more)
    {
        bytes.AddRange(more);
        return this;
    }

    public ByteList AddText(string text) => Add(Utf8(text));

    /// <summary>Adds an unsigned big-endian integer of the given width.</summary>
    public ByteList AddNumber(int width, ulong number)
    {
        for (var shift = 8 * (width - 1); shift >= 0; shift -= 8)
        {
            bytes.Add((byte)(number >> shift));
        }

        return this;
    }

    public ByteList AddShort(byte[] part)
    {
        if (part.Length > 65535)
        {
            throw new RefusalException("a field is longer than 65,535 bytes");
        }

        return AddNumber(2, (ulong)part.Length).Add(part);
    }

    public ByteList AddLong(byte[] part) => AddNumber(4, (ulong)part.Length).Add(part);

    public byte[] ToArray() => bytes.ToArray();
}
