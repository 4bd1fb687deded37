using System.Security.Cryptography;
using Encrypted.Mapper.Keys;

namespace Encrypted.Mapper.Encryption.Footer;

/// <summary>Verifies a footer against the canonical hash (wire format, section 10, checks 15 and 16).</summary>
internal static class FooterVerifier
{
    /// <summary>Verifies the recipient's tag, and returns the signature that follows the tags: empty for suites without one.</summary>
    /// <exception cref="ItemVerificationException">The footer is malformed, or no tag is the recipient's.</exception>
    public static ReadOnlySpan<byte> VerifyTags(ReadOnlySpan<byte> footer, int recipients, DecryptionMaterials materials, ReadOnlySpan<byte> canonicalHash, string table)
    {
        var tagsLength = footer.Length - FooterFormat.SignatureLength(materials.AlgorithmSuite);
        if (tagsLength != recipients * FooterFormat.TagLength)
        {
            throw Error.FooterMalformed(table, "its length doesn't fit the number of encrypted data keys");
        }

        Span<byte> expected = stackalloc byte[FooterFormat.TagLength];
        HMACSHA384.HashData(materials.SymmetricSigningKey, canonicalHash, expected);

        // Which tag is ours isn't known, and which one matched is nobody's business: all are compared.
        var matched = false;
        for (var i = 0; i < recipients; i++)
        {
            matched |= CryptographicOperations.FixedTimeEquals(expected, footer.Slice(i * FooterFormat.TagLength, FooterFormat.TagLength));
        }

        return matched ? footer[tagsLength..] : throw Error.Signature(table);
    }
}
