using System.Security.Cryptography;

namespace Encrypted.Mapper.IndependentReader;

/// <summary>AES-GCM with the tag behind the ciphertext.</summary>
public static class Gcm
{
    public static byte[]? TryOpen(byte[] key, byte[] iv, byte[] authenticated, byte[] sealedBytes)
    {
        if (sealedBytes.Length < 16)
        {
            return null;
        }

        var plain = new byte[sealedBytes.Length - 16];
        try
        {
            using var gcm = new AesGcm(key, 16);
            gcm.Decrypt(iv, sealedBytes[..^16], sealedBytes[^16..], plain, authenticated);
        }
        catch (CryptographicException)
        {
            return null;
        }

        return plain;
    }

    public static byte[] Seal(byte[] key, byte[] iv, byte[] authenticated, byte[] plain)
    {
        var ciphertext = new byte[plain.Length];
        var tag = new byte[16];
        using var gcm = new AesGcm(key, 16);
        gcm.Encrypt(iv, plain, ciphertext, tag, authenticated);
        return ByteList.Join(ciphertext, tag);
    }
}
