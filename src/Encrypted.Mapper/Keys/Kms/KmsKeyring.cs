using System.Text;
using Encrypted.Mapper.Encryption;

namespace Encrypted.Mapper.Keys;

/// <summary>
/// Wraps data keys with one symmetric AWS KMS key (keyrings, section 6). Each item that is written costs one call of
/// <c>GenerateDataKey</c>, each that is read one of <c>Decrypt</c>; for fewer calls use branch keys. Thread-safe.
/// </summary>
/// <remarks>
/// The item's whole encryption context goes with each call, so that CloudTrail shows table and key attributes in clear. With
/// algorithm suite 67 01, who may only decrypt can't write items that verify (docs/least-privilege.md).
/// </remarks>
public sealed class KmsKeyring : WrappingKeyring, ISigningScope
{
    private readonly KmsKeyIdentifier _key;
    private readonly byte[] _utf8KeyId;
    private readonly KmsKeyCalls _calls;

    /// <summary>Creates a keyring. It makes no call.</summary>
    /// <param name="clients">Supplies the client of the key's Region. It isn't disposed by the keyring.</param>
    /// <param name="keyId">The key's ARN. An alias (name or ARN) or a bare key id will do for writing; reading needs the ARN.</param>
    /// <param name="grantTokens">Grant tokens for each call: at most 10, of 1 to 8,192 characters. Default: none.</param>
    /// <exception cref="ModelConfigurationException">The identifier or a grant token can't be one.</exception>
    public KmsKeyring(IKmsClientSupplier clients, string keyId, IReadOnlyList<string>? grantTokens = null)
    {
        _calls = new(clients, grantTokens);
        _key = KmsKeyIdentifier.FromConfiguration(keyId);
        _utf8KeyId = Encoding.UTF8.GetBytes(keyId);
    }

    /// <summary>The key's identifier as configured.</summary>
    public string KeyId => _key.Text;

    string? ISigningScope.SigningScope(EncryptionContext encryptionContext) => "";

    /// <inheritdoc/>
    protected override ValueTask<WrappedIntermediateKey> WrapAsync(EncryptionMaterials materials, Memory<byte> intermediateKey, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(materials);
        return _calls.GenerateAsync(_key, materials.EncryptionContext, intermediateKey, cancellationToken);
    }

    /// <inheritdoc/>
    protected override bool Matches(EncryptedDataKey encryptedDataKey)
    {
        ArgumentNullException.ThrowIfNull(encryptedDataKey);
        return string.Equals(encryptedDataKey.ProviderId, KmsKeyCalls.ProviderId, StringComparison.Ordinal)
            && PublicBytes.Equal(encryptedDataKey.ProviderInfo.Span, _utf8KeyId);
    }

    /// <inheritdoc/>
    protected override ValueTask<bool> TryUnwrapAsync(DecryptionMaterials materials, EncryptedDataKey encryptedDataKey, ReadOnlyMemory<byte> providerPart, Memory<byte> intermediateKey, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(materials);
        return _calls.TryDecryptAsync(_key.Text, _key.Region, providerPart, materials.EncryptionContext, intermediateKey, cancellationToken);
    }

    private protected override void RequireReadable(DecryptionMaterials materials)
    {
        if (!_key.IsKeyArn)
        {
            throw KmsErrors.KeyArnForReading(_key.Text);
        }
    }
}
