using Amazon.KeyManagementService.Model;

namespace Encrypted.Mapper.Keys;

/// <summary>The calls that a key store makes to KMS. Plaintext comes back from one of them only.</summary>
internal sealed class KeyStoreKms(IKmsClientSupplier clients, IReadOnlyList<string> grantTokens)
{
    public const string Decrypt = "kms:Decrypt";
    public const string ReEncrypt = "kms:ReEncrypt";
    private const string GenerateWithoutPlaintext = "kms:GenerateDataKeyWithoutPlaintext";
    private const string AnotherKey = "another key than asked for, or none";

    private readonly List<string>? _grantTokens = KmsGrantTokens.FromConfiguration(grantTokens);

    /// <summary>Unwraps a branch key. Returns null if KMS says that it isn't one of this key and context.</summary>
    /// <exception cref="KeyUnavailableException">The call failed, or its answer can't be right.</exception>
    public async Task<SecretBuffer?> TryDecryptAsync(string keyId, string region, byte[] ciphertext, Dictionary<string, string> context, CancellationToken cancellationToken)
    {
        using var blob = new MemoryStream(ciphertext, writable: false);
        var request = new DecryptRequest { KeyId = keyId, CiphertextBlob = blob, EncryptionContext = context, GrantTokens = _grantTokens };
        var response = await KmsCall.SendAsync(
            clients, region, Decrypt, keyId, request, static (client, request, token) => client.DecryptAsync(request, token), cancellationToken).ConfigureAwait(false);
        if (response is null)
        {
            return null;
        }

        var key = SecretBuffer.Rent();
        var taken = response.Plaintext is { } plaintext && KmsPlaintext.TryTake(plaintext, key.Span);
        if (taken && string.Equals(response.KeyId, keyId, StringComparison.Ordinal))
        {
            return key;
        }

        key.Dispose();
        throw KmsFailure.Response(Decrypt, keyId, taken ? AnotherKey : "not 32 bytes of plaintext");
    }

    /// <summary>Lets KMS make a key that nobody sees.</summary>
    /// <exception cref="KeyUnavailableException">The call failed, or its answer can't be right.</exception>
    public async Task<byte[]> GenerateAsync(KmsKeyIdentifier key, Dictionary<string, string> context, CancellationToken cancellationToken)
    {
        var request = new GenerateDataKeyWithoutPlaintextRequest
        {
            KeyId = key.Text,
            NumberOfBytes = SecretBuffer.KeyLength,
            EncryptionContext = context,
            GrantTokens = _grantTokens,
        };
        var response = await KmsCall.SendAsync(
            clients, key.Region, GenerateWithoutPlaintext, key.Text, request, static (client, request, token) => client.GenerateDataKeyWithoutPlaintextAsync(request, token), cancellationToken).ConfigureAwait(false);
        return response is not null && string.Equals(response.KeyId, key.Text, StringComparison.Ordinal)
            ? Ciphertext(response.CiphertextBlob, GenerateWithoutPlaintext, key)
            : throw KmsFailure.Response(GenerateWithoutPlaintext, key.Text, AnotherKey);
    }

    /// <summary>Moves a key to another encryption context, within KMS. Returns null if KMS says that the ciphertext isn't one of the source context.</summary>
    /// <exception cref="KeyUnavailableException">The call failed, or its answer can't be right.</exception>
    public async Task<byte[]?> TryReEncryptAsync(KmsKeyIdentifier key, byte[] ciphertext, Dictionary<string, string> source, Dictionary<string, string> destination, CancellationToken cancellationToken)
    {
        using var blob = new MemoryStream(ciphertext, writable: false);
        var request = new ReEncryptRequest
        {
            CiphertextBlob = blob,
            SourceKeyId = key.Text,
            SourceEncryptionContext = source,
            DestinationKeyId = key.Text,
            DestinationEncryptionContext = destination,
            GrantTokens = _grantTokens,
        };
        var response = await KmsCall.SendAsync(
            clients, key.Region, ReEncrypt, key.Text, request, static (client, request, token) => client.ReEncryptAsync(request, token), cancellationToken).ConfigureAwait(false);
        if (response is null)
        {
            return null;
        }

        return string.Equals(response.SourceKeyId, key.Text, StringComparison.Ordinal) && string.Equals(response.KeyId, key.Text, StringComparison.Ordinal)
            ? Ciphertext(response.CiphertextBlob, ReEncrypt, key)
            : throw KmsFailure.Response(ReEncrypt, key.Text, AnotherKey);
    }

    private static byte[] Ciphertext(MemoryStream? blob, string operation, KmsKeyIdentifier key)
    {
        using (blob)
        {
            return blob is { Length: > 0 and <= KmsCall.MaxCiphertextLength } ? blob.ToArray() : throw KmsFailure.Response(operation, key.Text, "no ciphertext, or one of over 6,144 bytes");
        }
    }
}
