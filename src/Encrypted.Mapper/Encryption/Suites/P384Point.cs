using System.Globalization;
using System.Numerics;
using System.Security.Cryptography;

namespace Encrypted.Mapper.Encryption.Suites;

/// <summary>
/// The compressed form of P-384 points (SEC 1, section 2.3): sign byte and X. Works on public values only, so that
/// arithmetic of variable time gives nothing away.
/// </summary>
internal static class P384Point
{
    /// <summary>The length of a compressed point.</summary>
    public const int CompressedLength = 1 + CoordinateLength;

    private const int CoordinateLength = 48;
    private const byte EvenY = 2;
    private const byte OddY = 3;

    // p = 2^384 − 2^128 − 2^96 + 2^32 − 1, and p mod 4 = 3, so that a square root is one power (FIPS 186-5, SP 800-186).
    private static readonly BigInteger s_p = BigInteger.Pow(2, 384) - BigInteger.Pow(2, 128) - BigInteger.Pow(2, 96) + BigInteger.Pow(2, 32) - 1;
    private static readonly BigInteger s_rootExponent = (s_p + 1) / 4;
    private static readonly BigInteger s_b = BigInteger.Parse(
        "0B3312FA7E23EE7E4988E056BE3F82D19181D9C6EFE8141120314088F5013875AC656398D8A2ED19D2A85C8EDD3EC2AEF",
        NumberStyles.HexNumber,
        CultureInfo.InvariantCulture);

    public static void Compress(ECPoint point, Span<byte> compressed)
    {
        compressed[0] = (point.Y![^1] & 1) == 0 ? EvenY : OddY;
        point.X!.CopyTo(compressed[1..]);
    }

    /// <summary>Recovers the point. Returns false if the bytes aren't a compressed point of the curve.</summary>
    public static bool TryDecompress(ReadOnlySpan<byte> compressed, out ECPoint point)
    {
        point = default;
        if (compressed.Length != CompressedLength || compressed[0] is not (EvenY or OddY))
        {
            return false;
        }

        var x = new BigInteger(compressed[1..], isUnsigned: true, isBigEndian: true);
        if (x >= s_p)
        {
            return false;
        }

        var square = ((x * x * x) - (3 * x) + s_b) % s_p;
        square = square.Sign < 0 ? square + s_p : square;
        var y = BigInteger.ModPow(square, s_rootExponent, s_p);
        if (y * y % s_p != square)
        {
            return false;
        }

        var wantsOdd = compressed[0] == OddY;
        y = y.IsEven == wantsOdd ? s_p - y : y;
        point = new ECPoint { X = compressed[1..].ToArray(), Y = ToCoordinate(y) };
        return true;
    }

    private static byte[] ToCoordinate(BigInteger value)
    {
        var bytes = new byte[CoordinateLength];
        var length = value.GetByteCount(isUnsigned: true);
        value.TryWriteBytes(bytes.AsSpan(CoordinateLength - length), out _, isUnsigned: true, isBigEndian: true);
        return bytes;
    }
}
