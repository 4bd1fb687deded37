namespace Encrypted.Mapper.Keys;

/// <summary>What the discovery keyrings have in common: which key a stored item may have asked, and how it is asked (keyrings, section 6.3).</summary>
internal sealed class KmsDiscovery
{
    private readonly KmsKeyCalls _calls;
    private readonly string _region;
    private readonly KmsDiscoveryFilter _filter;
    private readonly bool _replicas;

    /// <param name="clients">Supplies the client of the Region.</param>
    /// <param name="region">The Region that all calls go to: never one that a stored item names.</param>
    /// <param name="filter">Which keys may be asked.</param>
    /// <param name="grantTokens">Grant tokens.</param>
    /// <param name="replicas">Whether a multi-Region key is asked by its replica in the Region, and other keys of other Regions aren't asked.</param>
    public KmsDiscovery(IKmsClientSupplier clients, string region, KmsDiscoveryFilter filter, IReadOnlyList<string>? grantTokens, bool replicas)
    {
        ArgumentNullException.ThrowIfNull(region);
        ArgumentNullException.ThrowIfNull(filter);
        if (string.IsNullOrWhiteSpace(region))
        {
            throw KmsErrors.Region();
        }

        ArgumentNullException.ThrowIfNull(clients);
        _calls = new(replicas ? new KmsRegionCheck(clients) : clients, grantTokens);
        _region = region;
        _filter = filter;
        _replicas = replicas;
    }

    /// <summary>The ARN of the key to ask, or null if the item's encrypted data key names none that may be.</summary>
    public string? KeyOf(EncryptedDataKey encryptedDataKey)
    {
        if (!string.Equals(encryptedDataKey.ProviderId, KmsKeyCalls.ProviderId, StringComparison.Ordinal)
            || KmsKeyIdentifier.ParseStored(encryptedDataKey.ProviderInfo.Span) is not { } key
            || !_filter.Allows(key))
        {
            return null;
        }

        if (!_replicas || string.Equals(key.Region, _region, StringComparison.Ordinal))
        {
            return key.Text;
        }

        return key.IsMultiRegion ? key.WithRegion(_region) : null;
    }

    /// <summary>Whether a key is still asked after others failed: never one again, and none if it was the service that failed.</summary>
    public bool MayTryAfter(EncryptedDataKey encryptedDataKey, IReadOnlyList<KeyUnavailableException> failures)
    {
        var key = KeyOf(encryptedDataKey);
        foreach (var failure in failures)
        {
            if (!KmsFailure.IsOfOneKey(failure) || string.Equals(failure.Attempts[0].Key, key, StringComparison.Ordinal))
            {
                return false;
            }
        }

        return true;
    }

    public ValueTask<bool> TryUnwrapAsync(DecryptionMaterials materials, EncryptedDataKey encryptedDataKey, ReadOnlyMemory<byte> providerPart, Memory<byte> intermediateKey, CancellationToken cancellationToken)
        => KeyOf(encryptedDataKey) is { } keyArn
            ? _calls.TryDecryptAsync(keyArn, _region, providerPart, materials.EncryptionContext, intermediateKey, cancellationToken)
            : new(false);
}
