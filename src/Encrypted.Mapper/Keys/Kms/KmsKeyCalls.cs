using System.Text;
using Amazon.KeyManagementService;
using Amazon.KeyManagementService.Model;

namespace Encrypted.Mapper.Keys;

/// <summary>The two calls that keyrings make, with the checks of their answers (keyrings, sections 6.2 and 6.3).</summary>
internal sealed class KmsKeyCalls
{
    public const string ProviderId = "aws-kms";

    private const string GenerateDataKey = "kms:GenerateDataKey";
    private const string Decrypt = "kms:Decrypt";

    private readonly IKmsClientSupplier _clients;
    private readonly List<string>? _grantTokens;

    /// <exception cref="ModelConfigurationException">A grant token isn't allowed.</exception>
    public KmsKeyCalls(IKmsClientSupplier clients, IReadOnlyList<string>? grantTokens)
    {
        ArgumentNullException.ThrowIfNull(clients);
        _clients = clients;
        _grantTokens = KmsGrantTokens.FromConfiguration(grantTokens);
    }

    /// <summary>Lets AWS KMS make an intermediate key.</summary>
    /// <exception cref="KeyUnavailableException">The call failed, or its answer can't be right.</exception>
    public async ValueTask<WrappedIntermediateKey> GenerateAsync(KmsKeyIdentifier key, EncryptionContext context, Memory<byte> intermediateKey, CancellationToken cancellationToken)
    {
        var request = new GenerateDataKeyRequest
        {
            KeyId = key.Text,
            NumberOfBytes = SecretBuffer.KeyLength,
            EncryptionContext = Pairs(context),
            GrantTokens = _grantTokens,
        };
        var response = await KmsCall.SendAsync(
            _clients,
            key.Region,
            GenerateDataKey,
            key.Text,
            request,
            static (client, request, token) => client.GenerateDataKeyAsync(request, token),
            cancellationToken).ConfigureAwait(false);

        var taken = response?.Plaintext is { } plaintext && KmsPlaintext.TryTake(plaintext, intermediateKey.Span);
        using var ciphertext = response?.CiphertextBlob;
        if (response?.KeyId is null || KmsKeyIdentifier.Parse(response.KeyId) is not { IsKeyArn: true } answered
            || (key.IsKeyArn && !string.Equals(answered.Text, key.Text, StringComparison.Ordinal)))
        {
            throw KmsFailure.Response(GenerateDataKey, key.Text, "another key than asked for, or none");
        }

        if (!taken)
        {
            throw KmsFailure.Response(GenerateDataKey, key.Text, "not 32 bytes of plaintext");
        }

        if (ciphertext is not { Length: > 0 and <= KmsCall.MaxCiphertextLength })
        {
            throw KmsFailure.Response(GenerateDataKey, key.Text, "no ciphertext, or one of over 6,144 bytes");
        }

        return new(ProviderId, Encoding.UTF8.GetBytes(answered.Text), ciphertext.ToArray());
    }

    /// <summary>Lets AWS KMS decrypt an intermediate key under its encryption context.</summary>
    /// <returns>False if the ciphertext isn't one of this key and context, or holds another amount of bytes.</returns>
    /// <exception cref="KeyUnavailableException">The call failed, or its answer can't be right.</exception>
    public ValueTask<bool> TryDecryptAsync(string keyArn, string region, ReadOnlyMemory<byte> ciphertext, EncryptionContext context, Memory<byte> intermediateKey, CancellationToken cancellationToken)
        => TryDecryptAsync(region, new() { KeyId = keyArn, EncryptionContext = Pairs(context) }, ciphertext, intermediateKey, cancellationToken);

    /// <summary>Lets AWS KMS decrypt with an RSA key, which knows no encryption context.</summary>
    /// <returns>False if the ciphertext isn't one of this key, or holds another amount of bytes.</returns>
    /// <exception cref="KeyUnavailableException">The call failed, or its answer can't be right.</exception>
    public ValueTask<bool> TryDecryptAsync(KmsKeyIdentifier key, EncryptionAlgorithmSpec algorithm, ReadOnlyMemory<byte> ciphertext, Memory<byte> plaintext, CancellationToken cancellationToken)
        => TryDecryptAsync(key.Region, new() { KeyId = key.Text, EncryptionAlgorithm = algorithm }, ciphertext, plaintext, cancellationToken);

    private static Dictionary<string, string>? Pairs(EncryptionContext context) => context.Count == 0 ? null : context.ToDictionary();

    private async ValueTask<bool> TryDecryptAsync(string region, DecryptRequest request, ReadOnlyMemory<byte> ciphertext, Memory<byte> key, CancellationToken cancellationToken)
    {
        if (ciphertext.Length > KmsCall.MaxCiphertextLength)
        {
            return false;
        }

        using var blob = new MemoryStream(ciphertext.ToArray(), writable: false);
        request.CiphertextBlob = blob;
        request.GrantTokens = _grantTokens;
        var response = await KmsCall.SendAsync(
            _clients,
            region,
            Decrypt,
            request.KeyId,
            request,
            static (client, request, token) => client.DecryptAsync(request, token),
            cancellationToken).ConfigureAwait(false);
        if (response is null)
        {
            return false;
        }

        var plaintext = response.Plaintext ?? throw KmsFailure.Response(Decrypt, request.KeyId, "no plaintext");
        var taken = KmsPlaintext.TryTake(plaintext, key.Span);
        if (!string.Equals(response.KeyId, request.KeyId, StringComparison.Ordinal))
        {
            throw KmsFailure.Response(Decrypt, request.KeyId, "another key than asked for, or none");
        }

        // Whoever may encrypt with the key chooses what is encrypted: another length is the item's fault, not the service's.
        return taken;
    }
}
