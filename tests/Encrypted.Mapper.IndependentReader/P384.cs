using System.Globalization;
using System.Numerics;
using System.Security.Cryptography;

namespace Encrypted.Mapper.IndependentReader;

/// <summary>The curve y² = x³ − 3x + b over the prime p, from its published parameters.</summary>
public static class P384
{
    private static readonly BigInteger Prime = BigInteger.Pow(2, 384) - BigInteger.Pow(2, 128) - BigInteger.Pow(2, 96) + BigInteger.Pow(2, 32) - 1;

    private static readonly BigInteger B = BigInteger.Parse(
        "0b3312fa7e23ee7e4988e056be3f82d19181d9c6efe8141120314088f5013875ac656398d8a2ed19d2a85c8edd3ec2aef",
        NumberStyles.AllowHexSpecifier,
        CultureInfo.InvariantCulture);

    public static ECPoint Decompress(byte[] compressed)
    {
        if (compressed.Length != 49 || (compressed[0] != 2 && compressed[0] != 3))
        {
            throw new RefusalException("public key: not a compressed point");
        }

        var x = new BigInteger(compressed.AsSpan(1), isUnsigned: true, isBigEndian: true);
        if (x >= Prime)
        {
            throw new RefusalException("public key: coordinate out of range");
        }

        var square = (BigInteger.ModPow(x, 3, Prime) + ((Prime - 3) * x) + B) % Prime;

        // The prime is 3 modulo 4, so this power is a square root where there is one.
        var y = BigInteger.ModPow(square, (Prime + 1) / 4, Prime);
        if (y * y % Prime != square)
        {
            throw new RefusalException("public key: not on the curve");
        }

        if (y.IsEven != (compressed[0] == 2))
        {
            y = Prime - y;
        }

        return new ECPoint { X = Fixed48(x), Y = Fixed48(y) };
    }

    /// <summary>Verifies a DER signature of a message with SHA-384, after taking it apart by hand.</summary>
    public static bool Verify(ECPoint publicKey, byte[] message, byte[] der)
    {
        var cursor = new ByteCursor(der, "signature");
        byte[] r;
        byte[] s;
        try
        {
            if (cursor.TakeNumber(1) != 0x30 || cursor.TakeNumber(1) != der.Length - 2)
            {
                return false;
            }

            r = TakeInteger(cursor);
            s = TakeInteger(cursor);
            cursor.End();
        }
        catch (RefusalException)
        {
            return false;
        }

        using var key = ECDsa.Create(new ECParameters { Curve = ECCurve.NamedCurves.nistP384, Q = publicKey });
        return key.VerifyData(message, ByteList.Join(r, s), HashAlgorithmName.SHA384, DSASignatureFormat.IeeeP1363FixedFieldConcatenation);
    }

    private static byte[] TakeInteger(ByteCursor cursor)
    {
        if (cursor.TakeNumber(1) != 2)
        {
            throw new RefusalException("signature: no integer");
        }

        var bytes = cursor.Take(cursor.TakeNumber(1));
        var negative = bytes.Length > 0 && bytes[0] >= 0x80;
        var padded = bytes.Length > 1 && bytes[0] == 0 && bytes[1] < 0x80;
        if (bytes.Length == 0 || negative || padded)
        {
            throw new RefusalException("signature: not DER");
        }

        var value = new BigInteger(bytes, isUnsigned: true, isBigEndian: true);
        return value >= BigInteger.Pow(2, 384) ? throw new RefusalException("signature: integer too large") : Fixed48(value);
    }

    private static byte[] Fixed48(BigInteger value)
    {
        var bytes = value.ToByteArray(isUnsigned: true, isBigEndian: true);
        return ByteList.Join(new byte[48 - bytes.Length], bytes);
    }
}
