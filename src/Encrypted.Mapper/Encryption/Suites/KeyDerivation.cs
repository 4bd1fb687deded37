using System.Security.Cryptography;
using Encrypted.Mapper.Encryption.Header;
using Encrypted.Mapper.Keys;

namespace Encrypted.Mapper.Encryption.Suites;

/// <summary>The keys that follow from an item's data key and message id (wire format, section 3.1). Zeroed on dispose.</summary>
internal sealed class KeyDerivation : IDisposable
{
    private const int InfoLength = 18 + ItemHeader.MessageIdLength;

    private readonly SecretBuffer _commitKey = SecretBuffer.Rent();
    private readonly SecretBuffer _fieldRootKey = SecretBuffer.Rent();

    public KeyDerivation(ReadOnlySpan<byte> dataKey, ReadOnlySpan<byte> messageId)
    {
        Span<byte> prk = stackalloc byte[HMACSHA512.HashSizeInBytes];
        try
        {
            HKDF.Extract(HashAlgorithmName.SHA512, dataKey, salt: [], prk);
            Expand(prk, "AWS_DBE_COMMIT_KEY"u8, messageId, _commitKey.Span);
            Expand(prk, "AWS_DBE_DERIVE_KEY"u8, messageId, _fieldRootKey.Span);
        }
        catch
        {
            Dispose();
            throw;
        }
        finally
        {
            CryptographicOperations.ZeroMemory(prk);
        }
    }

    /// <summary>The key of which the keys of the single fields are derived.</summary>
    public SecretBuffer FieldRootKey => _fieldRootKey;

    /// <summary>Computes the header's commitment to the data key: HMAC-SHA-512, cut to 32 bytes (section 4).</summary>
    public void Commit(ReadOnlySpan<byte> headerBody, Span<byte> commitment)
    {
        Span<byte> mac = stackalloc byte[HMACSHA512.HashSizeInBytes];
        HMACSHA512.HashData(_commitKey.Span, headerBody, mac);
        mac[..ItemHeader.CommitmentLength].CopyTo(commitment);
    }

    public void Dispose()
    {
        _commitKey.Dispose();
        _fieldRootKey.Dispose();
    }

    private static void Expand(ReadOnlySpan<byte> prk, ReadOnlySpan<byte> label, ReadOnlySpan<byte> messageId, Span<byte> key)
    {
        Span<byte> info = stackalloc byte[InfoLength];
        label.CopyTo(info);
        messageId.CopyTo(info[label.Length..]);
        HKDF.Expand(HashAlgorithmName.SHA512, prk, key, info);
    }
}
