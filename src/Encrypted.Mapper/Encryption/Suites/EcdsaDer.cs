namespace Encrypted.Mapper.Encryption.Suites;

/// <summary>
/// P-384 signatures as DER of exactly 103 bytes (wire format, section 9): <c>SEQUENCE { INTEGER r, INTEGER s }</c> of which
/// exactly one number has its top bit set, and therefore a leading zero byte.
/// </summary>
internal static class EcdsaDer
{
    /// <summary>The only length a signature may have.</summary>
    public const int Length = 103;

    /// <summary>The length of one number.</summary>
    public const int ScalarLength = 48;

    private const byte SequenceTag = 0x30;
    private const byte IntegerTag = 0x02;
    private const byte TopBit = 0x80;

    /// <summary>The order n of the curve.</summary>
    private static ReadOnlySpan<byte> Order =>
    [
        0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF,
        0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xC7, 0x63, 0x4D, 0x81, 0xF4, 0x37, 0x2D, 0xDF,
        0x58, 0x1A, 0x0D, 0xB2, 0x48, 0xB0, 0xA7, 0x7A, 0xEC, 0xEC, 0x19, 0x6A, 0xCC, 0xC5, 0x29, 0x73,
    ];

    /// <summary>
    /// Encodes a signature. Where r and s don't give 103 bytes, (r, n−s) is taken, which is as valid. Returns false if
    /// neither does, which happens about once in 256 signatures: then the caller signs again.
    /// </summary>
    /// <param name="signature">r and s, 48 bytes each; s may be replaced.</param>
    /// <param name="destination">103 bytes.</param>
    public static bool TryEncode(Span<byte> signature, Span<byte> destination)
    {
        var r = signature[..ScalarLength];
        var s = signature[ScalarLength..];
        if ((r[0] & TopBit) == (s[0] & TopBit))
        {
            Negate(s);
        }

        if ((r[0] & TopBit) == (s[0] & TopBit) || !IsFullLength(r) || !IsFullLength(s))
        {
            return false;
        }

        destination[0] = SequenceTag;
        destination[1] = Length - 2;
        var position = 2 + WriteInteger(destination[2..], r);
        WriteInteger(destination[position..], s);
        return true;
    }

    /// <summary>Decodes a signature to r and s, 48 bytes each. Accepts DER alone, no other form of BER.</summary>
    public static bool TryDecode(ReadOnlySpan<byte> der, Span<byte> signature)
    {
        if (der.Length != Length || der[0] != SequenceTag || der[1] != Length - 2)
        {
            return false;
        }

        var rest = der[2..];
        return TryReadInteger(ref rest, signature[..ScalarLength])
            && TryReadInteger(ref rest, signature[ScalarLength..])
            && rest.IsEmpty;
    }

    // A number below 2^376 would be encoded in fewer bytes.
    private static bool IsFullLength(ReadOnlySpan<byte> number) => number[0] != 0 || (number[1] & TopBit) != 0;

    private static int WriteInteger(Span<byte> destination, ReadOnlySpan<byte> number)
    {
        // A first byte of zero is the sign's when the next byte has its top bit set; number[0] == 0 then is that very byte.
        var padding = (number[0] & TopBit) != 0 ? 1 : 0;
        destination[0] = IntegerTag;
        destination[1] = (byte)(number.Length + padding);
        destination[2] = 0;
        number.CopyTo(destination[(2 + padding)..]);
        return 2 + padding + number.Length;
    }

    private static bool TryReadInteger(ref ReadOnlySpan<byte> rest, Span<byte> number)
    {
        if (rest.Length < 2 || rest[0] != IntegerTag || rest[1] == 0 || rest[1] > rest.Length - 2)
        {
            return false;
        }

        var content = rest.Slice(2, rest[1]);
        rest = rest[(2 + content.Length)..];
        if ((content[0] & TopBit) != 0 || (content[0] == 0 && content.Length > 1 && (content[1] & TopBit) == 0))
        {
            return false;
        }

        content = content[0] == 0 ? content[1..] : content;
        if (content.Length > ScalarLength)
        {
            return false;
        }

        number.Clear();
        content.CopyTo(number[(ScalarLength - content.Length)..]);
        return true;
    }

    private static void Negate(Span<byte> scalar)
    {
        var borrow = 0;
        for (var i = ScalarLength - 1; i >= 0; i--)
        {
            var difference = Order[i] - scalar[i] - borrow;
            borrow = difference < 0 ? 1 : 0;
            scalar[i] = (byte)difference;
        }
    }
}
