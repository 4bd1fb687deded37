namespace Encrypted.Mapper.Keys;

/// <summary>Which KMS keys may protect the branch keys of a key store (keyrings, section 13.1). Immutable.</summary>
public sealed class BranchKeyStoreKms
{
    private readonly KmsKeyIdentifier? _key;
    private readonly bool _replicas;
    private readonly KmsDiscoveryFilter? _filter;
    private readonly string? _region;

    private BranchKeyStoreKms(KmsKeyIdentifier? key, bool replicas, KmsDiscoveryFilter? filter, string? region)
    {
        _key = key;
        _replicas = replicas;
        _filter = filter;
        _region = region;
    }

    /// <summary>The ARN of the key, if it is fixed.</summary>
    public string? KeyArn => _key?.Text;

    /// <summary>The configured key. Null for discovery, which can neither create nor rotate keys.</summary>
    internal KmsKeyIdentifier? ConfiguredKey => _key;

    /// <summary>One key, named by its ARN: what an application should use.</summary>
    /// <param name="keyArn">The ARN of a symmetric key, not of an alias.</param>
    /// <returns>The configuration.</returns>
    /// <exception cref="ModelConfigurationException">It isn't the ARN of a key.</exception>
    public static BranchKeyStoreKms Key(string keyArn) => new(KmsKeyIdentifier.KeyArnFromConfiguration(keyArn), false, null, null);

    /// <summary>A multi-Region key: keys that were made with a replica in another Region are unwrapped with the one named here.</summary>
    /// <param name="keyArn">The ARN of the replica to use.</param>
    /// <returns>The configuration.</returns>
    /// <exception cref="ModelConfigurationException">It isn't the ARN of a key.</exception>
    public static BranchKeyStoreKms MultiRegionKey(string keyArn) => new(KmsKeyIdentifier.KeyArnFromConfiguration(keyArn), true, null, null);

    /// <summary>Whatever key of the given accounts the key store's items name. For tools: it only reads, and a context refuses it.</summary>
    /// <param name="filter">The partition and the accounts.</param>
    /// <returns>The configuration.</returns>
    public static BranchKeyStoreKms Discovery(KmsDiscoveryFilter filter)
    {
        ArgumentNullException.ThrowIfNull(filter);
        return new(null, false, filter, null);
    }

    /// <summary>Whatever key of the given accounts the key store's items name, multi-Region keys by their replica in one Region. For tools: it only reads, and a context refuses it.</summary>
    /// <param name="region">The Region whose KMS is asked.</param>
    /// <param name="filter">The partition and the accounts.</param>
    /// <returns>The configuration.</returns>
    public static BranchKeyStoreKms MultiRegionDiscovery(string region, KmsDiscoveryFilter filter)
    {
        ArgumentException.ThrowIfNullOrEmpty(region);
        ArgumentNullException.ThrowIfNull(filter);
        return new(null, true, filter, region);
    }

    /// <summary>The configured key of a key store that does more than to read for a tool.</summary>
    /// <exception cref="ModelConfigurationException">The key isn't fixed.</exception>
    internal static KmsKeyIdentifier RequireFixedKey(BranchKeyStoreConfiguration configuration) => configuration.Kms.ConfiguredKey ?? throw KeyStoreErrors.DiscoveryIsReadOnly();

    /// <summary>The key that an item's key is unwrapped with, and the Region that is asked; null if the item's ARN doesn't fit the configuration.</summary>
    internal (string KeyId, string Region)? Resolve(KmsKeyIdentifier stored)
    {
        if (_key is not null)
        {
            var fits = _replicas ? _key.MatchesReplica(stored) : string.Equals(_key.Text, stored.Text, StringComparison.Ordinal);
            return fits ? (_key.Text, _key.Region) : null;
        }

        if (!_filter!.Allows(stored))
        {
            return null;
        }

        return _region is null ? (stored.Text, stored.Region) : (stored.IsMultiRegion ? stored.WithRegion(_region) : stored.Text, _region);
    }
}
