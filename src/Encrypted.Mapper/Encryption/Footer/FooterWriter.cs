using System.Security.Cryptography;
using Encrypted.Mapper.Encryption.Suites;
using Encrypted.Mapper.Keys;

namespace Encrypted.Mapper.Encryption.Footer;

/// <summary>Writes a footer: one tag for each encrypted data key, then the signature of suites that have one (wire format, section 9).</summary>
internal static class FooterWriter
{
    public static byte[] Write(EncryptionMaterials materials, SigningKeyPair? signingKey, ReadOnlySpan<byte> canonicalHash)
    {
        var tags = materials.EncryptedDataKeys.Count * FooterFormat.TagLength;
        var footer = new byte[tags + FooterFormat.SignatureLength(materials.AlgorithmSuite)];
        for (var i = 0; i < materials.EncryptedDataKeys.Count; i++)
        {
            HMACSHA384.HashData(materials.SymmetricSigningKey(i), canonicalHash, footer.AsSpan(i * FooterFormat.TagLength, FooterFormat.TagLength));
        }

        signingKey?.Sign(canonicalHash, footer.AsSpan(tags));
        return footer;
    }
}
