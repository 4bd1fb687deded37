using System.Security.Cryptography;

namespace Encrypted.Mapper.Testing.Kms;

/// <summary>The ciphertext of an RSA key: RSAES-OAEP, and nothing beside it. It names no key and knows no encryption context.</summary>
internal static class RsaCiphertext
{
    public static byte[] Seal(KmsKey key, string algorithm, byte[] plaintext)
    {
        using var rsa = key.Material.OpenRsa();
        var padding = PaddingOf(algorithm);
        var longest = (rsa.KeySize / 8) - (2 * (padding == RSAEncryptionPadding.OaepSHA1 ? SHA1.HashSizeInBytes : SHA256.HashSizeInBytes)) - 2;
        return plaintext.Length <= longest
            ? rsa.Encrypt(plaintext, padding)
            : throw KmsServiceException.Validation($"Plaintext is longer than the {longest} bytes that the key and algorithm take.");
    }

    public static byte[] Open(KmsKey key, string algorithm, byte[] ciphertext)
    {
        using var rsa = key.Material.OpenRsa();
        try
        {
            return rsa.Decrypt(ciphertext, PaddingOf(algorithm));
        }
        catch (CryptographicException)
        {
            throw KmsServiceException.InvalidCiphertext();
        }
    }

    private static RSAEncryptionPadding PaddingOf(string algorithm)
        => algorithm == KeySpecs.OaepSha1 ? RSAEncryptionPadding.OaepSHA1 : RSAEncryptionPadding.OaepSHA256;
}
