using System.Text;
using Encrypted.Mapper.Encryption;

namespace Encrypted.Mapper.Keys;

/// <summary>
/// Wraps data keys with one symmetric AWS KMS key, and reads also what was written with a replica of it in another Region, if it is
/// a multi-Region key (keyrings, section 6). Calls go to the Region of the configured ARN. Thread-safe.
/// </summary>
/// <remarks>With a key that isn't multi-Region it does what <see cref="KmsKeyring"/> does.</remarks>
public sealed class KmsMrkKeyring : WrappingKeyring, ISigningScope
{
    private readonly KmsKeyIdentifier _key;
    private readonly byte[] _utf8KeyId;
    private readonly KmsKeyCalls _calls;

    /// <summary>Creates a keyring. It makes no call.</summary>
    /// <param name="clients">Supplies the client of the key's Region. It isn't disposed by the keyring.</param>
    /// <param name="keyId">The ARN of the replica to use. An alias (name or ARN) or a bare key id will do for writing; reading needs the ARN.</param>
    /// <param name="grantTokens">Grant tokens for each call: at most 10, of 1 to 8,192 characters. Default: none.</param>
    /// <exception cref="ModelConfigurationException">The identifier or a grant token can't be one.</exception>
    public KmsMrkKeyring(IKmsClientSupplier clients, string keyId, IReadOnlyList<string>? grantTokens = null)
    {
        _calls = new(clients, grantTokens);
        _key = KmsKeyIdentifier.FromConfiguration(keyId);
        _utf8KeyId = Encoding.UTF8.GetBytes(keyId);
    }

    /// <summary>The key's identifier as configured.</summary>
    public string KeyId => _key.Text;

    /// <summary>Refuses two replicas of one key among several: each would read what the other wrote (keyrings, section 9).</summary>
    /// <exception cref="ModelConfigurationException">Two are replicas of one key, or an identifier can't be one.</exception>
    internal static void RequireDistinct(IReadOnlyList<string> keyIds)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var keyId in keyIds)
        {
            if (KmsKeyIdentifier.FromConfiguration(keyId) is { IsMultiRegion: true } key && !seen.Add(key.Value))
            {
                throw KmsErrors.Replicas();
            }
        }
    }

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
        var info = encryptedDataKey.ProviderInfo.Span;
        return string.Equals(encryptedDataKey.ProviderId, KmsKeyCalls.ProviderId, StringComparison.Ordinal)
            && (PublicBytes.Equal(info, _utf8KeyId) || (KmsKeyIdentifier.ParseStored(info) is { } stored && _key.MatchesReplica(stored)));
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
