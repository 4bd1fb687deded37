using System.Security.Cryptography;

namespace Encrypted.Mapper.IndependentReader;

/// <summary>The checks of <c>aws_dbe_foot</c>, wire format section 9.</summary>
public static class Footer
{
    private const int TagLength = 48;
    private const int SignatureLength = 103;

    public static void Check(byte[] footer, Header header, byte[] signingKey, byte[] canonicalHash, Dictionary<string, string> context)
    {
        var tagBytes = footer.Length - (header.Flavor == 1 ? SignatureLength : 0);
        if (tagBytes != TagLength * header.DataKeys.Count)
        {
            throw new RefusalException("footer: length");
        }

        var expected = HMACSHA384.HashData(signingKey, canonicalHash);
        var matches = 0;
        for (var at = 0; at < tagBytes; at += TagLength)
        {
            matches += CryptographicOperations.FixedTimeEquals(expected, footer[at..(at + TagLength)]) ? 1 : 0;
        }

        if (matches == 0)
        {
            throw new RefusalException("footer: no recipient tag matches");
        }

        if (header.Flavor == 1 && !P384.Verify(PublicKey(context), canonicalHash, footer[tagBytes..]))
        {
            throw new RefusalException("footer: signature");
        }
    }

    private static ECPoint PublicKey(Dictionary<string, string> context)
    {
        try
        {
            return P384.Decompress(Convert.FromBase64String(context["aws-crypto-public-key"]));
        }
        catch (FormatException)
        {
            throw new RefusalException("public key: not Base64");
        }
    }
}
