namespace Encrypted.Mapper.Keys;

/// <summary>Several AWS KMS keys as one keyring (keyrings, section 9).</summary>
internal static class KmsKeyrings
{
    /// <summary>A generator key and further keys, each of which alone can read.</summary>
    /// <exception cref="ModelConfigurationException">An identifier or a grant token can't be one.</exception>
    public static IKeyring Strict(IKmsClientSupplier clients, string generatorKeyId, IReadOnlyList<string> keyIds, IReadOnlyList<string>? grantTokens)
        => Combine(new KmsKeyring(clients, generatorKeyId, grantTokens), keyIds, keyId => new KmsKeyring(clients, keyId, grantTokens));

    /// <summary>A generator key and further keys, each of which alone can read, also as replicas of multi-Region keys.</summary>
    /// <exception cref="ModelConfigurationException">An identifier or a grant token can't be one, or two keys are replicas of one.</exception>
    public static IKeyring MultiRegion(IKmsClientSupplier clients, string generatorKeyId, IReadOnlyList<string> keyIds, IReadOnlyList<string>? grantTokens)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var keyId in keyIds.Prepend(generatorKeyId))
        {
            if (KmsKeyIdentifier.FromConfiguration(keyId) is { IsMultiRegion: true } key && !seen.Add(key.Value))
            {
                throw KmsErrors.Replicas();
            }
        }

        return Combine(new KmsMrkKeyring(clients, generatorKeyId, grantTokens), keyIds, keyId => new KmsMrkKeyring(clients, keyId, grantTokens));
    }

    /// <summary>One discovery keyring for each Region; it can't write.</summary>
    /// <exception cref="ModelConfigurationException">A Region is blank, or there is none, or a grant token can't be one.</exception>
    public static IKeyring Discovery(IKmsClientSupplier clients, IReadOnlyList<string> regions, KmsDiscoveryFilter filter, IReadOnlyList<string>? grantTokens)
        => Combine(null, regions, region => new KmsDiscoveryKeyring(clients, region, filter, grantTokens));

    private static IKeyring Combine(IKeyring? generator, IReadOnlyList<string> others, Func<string, IKeyring> create)
    {
        var children = others.Select(create).ToList();
        return children.Count == 0 && generator is not null ? generator : new MultiKeyring(generator, children);
    }
}
