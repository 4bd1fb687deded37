using System.Security.Cryptography;

namespace Encrypted.Mapper.Keys;

/// <summary>
/// Intermediate key wrapping (keyrings, section 3): each recipient protects a random intermediate key, from which follow the
/// key that wraps the data key and the recipient's symmetric signing key. The wrapping binds the encryption context.
/// </summary>
internal static class IntermediateKey
{
    /// <summary>The wrapped data key: 32 bytes of ciphertext and the tag.</summary>
    public const int WrappedLength = SecretBuffer.KeyLength + TagLength;

    private const int TagLength = 16;
    private const int NonceLength = 12;

    private static ReadOnlySpan<byte> SigningKeyInfo => "AWS_MPL_INTERMEDIATE_KEYWRAP_MAC"u8;

    private static ReadOnlySpan<byte> WrappingKeyInfo => "AWS_MPL_INTERMEDIATE_KEYWRAP_ENC"u8;

    /// <summary>Wraps the data key and derives the signing key.</summary>
    public static void Wrap(ReadOnlySpan<byte> intermediateKey, EncryptionContext context, ReadOnlySpan<byte> dataKey, Span<byte> wrapped, Span<byte> signingKey)
    {
        Span<byte> wrappingKey = stackalloc byte[SecretBuffer.KeyLength];
        try
        {
            Derive(intermediateKey, wrappingKey, signingKey);

            // The nonce is fixed because the wrapping key is used once: it follows from a key made for this wrapping.
            Span<byte> nonce = stackalloc byte[NonceLength];
            nonce.Clear();
            using var gcm = new AesGcm(wrappingKey, TagLength);
            gcm.Encrypt(nonce, dataKey, wrapped[..SecretBuffer.KeyLength], wrapped[SecretBuffer.KeyLength..], context.AdditionalAuthenticatedData);
        }
        finally
        {
            CryptographicOperations.ZeroMemory(wrappingKey);
        }
    }

    /// <summary>Unwraps the data key and derives the signing key. Returns false if the context or a key differs.</summary>
    public static bool TryUnwrap(ReadOnlySpan<byte> intermediateKey, EncryptionContext context, ReadOnlySpan<byte> wrapped, Span<byte> dataKey, Span<byte> signingKey)
    {
        Span<byte> wrappingKey = stackalloc byte[SecretBuffer.KeyLength];
        try
        {
            Derive(intermediateKey, wrappingKey, signingKey);
            Span<byte> nonce = stackalloc byte[NonceLength];
            nonce.Clear();
            using var gcm = new AesGcm(wrappingKey, TagLength);
            gcm.Decrypt(nonce, wrapped[..SecretBuffer.KeyLength], wrapped[SecretBuffer.KeyLength..], dataKey, context.AdditionalAuthenticatedData);
            return true;
        }
        catch (AuthenticationTagMismatchException)
        {
            return false;
        }
        finally
        {
            CryptographicOperations.ZeroMemory(wrappingKey);
        }
    }

    private static void Derive(ReadOnlySpan<byte> intermediateKey, Span<byte> wrappingKey, Span<byte> signingKey)
    {
        Span<byte> prk = stackalloc byte[HMACSHA512.HashSizeInBytes];
        try
        {
            HKDF.Extract(HashAlgorithmName.SHA512, intermediateKey, salt: [], prk);
            HKDF.Expand(HashAlgorithmName.SHA512, prk, signingKey, SigningKeyInfo);
            HKDF.Expand(HashAlgorithmName.SHA512, prk, wrappingKey, WrappingKeyInfo);
        }
        finally
        {
            CryptographicOperations.ZeroMemory(prk);
        }
    }
}
