using Encrypted.Mapper.Keys;

namespace Encrypted.Mapper;

/// <content>Keys in AWS KMS, used directly: one call of KMS for each item that is written or read. Branch keys need far fewer.</content>
public sealed partial class EncryptedDynamoBuilder
{
    /// <summary>
    /// Protects items with symmetric AWS KMS keys (keyrings, section 6): each item is wrapped for each of them, and each of them
    /// alone can read it. The first makes the item's key.
    /// </summary>
    /// <param name="keyId">The key's ARN. An alias or a bare key id can write, but not read.</param>
    /// <param name="furtherKeyIds">Further keys that can read, such as one in another account.</param>
    /// <returns>This builder.</returns>
    /// <exception cref="ModelConfigurationException">An identifier isn't one of a KMS key.</exception>
    public EncryptedDynamoBuilder UseKmsKey(string keyId, params string[] furtherKeyIds)
    {
        foreach (var id in AllOf(keyId, furtherKeyIds))
        {
            KmsKeyIdentifier.FromConfiguration(id);
            _keys.Add(services => new KmsKeyring(services.KmsClients, id, services.GrantTokens));
        }

        return this;
    }

    /// <summary>
    /// Protects items with multi-Region AWS KMS keys (keyrings, section 6): items that were written with a key's replica in another
    /// Region are read with the one named here, in its own Region.
    /// </summary>
    /// <param name="keyId">The ARN of the replica that is nearest.</param>
    /// <param name="furtherKeyIds">Further keys that can read; not other replicas of the same key, which is refused over several calls too.</param>
    /// <returns>This builder.</returns>
    /// <exception cref="ModelConfigurationException">An identifier isn't one of a KMS key, or two are replicas of one key.</exception>
    public EncryptedDynamoBuilder UseKmsMrk(string keyId, params string[] furtherKeyIds)
    {
        var ids = AllOf(keyId, furtherKeyIds);
        KmsMrkKeyring.RequireDistinct(ids);
        _keys.AddMultiRegion(ids);
        return this;
    }

    /// <summary>
    /// Reads items that were protected with any AWS KMS key of the given accounts in the given Regions (keyrings, section 6.3).
    /// For tools: it can't write, and what it may use is for the key policies to say.
    /// </summary>
    /// <param name="filter">The partition and the accounts whose keys may be used.</param>
    /// <param name="regions">The Regions whose keys may be used, at least one, in the order in which they are tried.</param>
    /// <returns>This builder.</returns>
    public EncryptedDynamoBuilder UseKmsDiscovery(KmsDiscoveryFilter filter, params string[] regions)
    {
        ArgumentNullException.ThrowIfNull(filter);
        ArgumentNullException.ThrowIfNull(regions);
        ArgumentOutOfRangeException.ThrowIfZero(regions.Length);
        foreach (var region in regions)
        {
            ArgumentException.ThrowIfNullOrEmpty(region, nameof(regions));
            _keys.Add(services => new KmsDiscoveryKeyring(services.KmsClients, region, filter, services.GrantTokens));
        }

        return this;
    }

    /// <summary>
    /// Reads items that were protected with any multi-Region key of the given accounts, in one Region, or with any other key of
    /// that Region (keyrings, section 6.3). For tools: it can't write.
    /// </summary>
    /// <param name="filter">The partition and the accounts whose keys may be used.</param>
    /// <param name="region">The Region whose KMS is asked.</param>
    /// <returns>This builder.</returns>
    public EncryptedDynamoBuilder UseKmsMrkDiscovery(KmsDiscoveryFilter filter, string region)
    {
        ArgumentNullException.ThrowIfNull(filter);
        ArgumentException.ThrowIfNullOrEmpty(region);
        _keys.Add(services => new KmsMrkDiscoveryKeyring(services.KmsClients, region, filter, services.GrantTokens));
        return this;
    }

    /// <summary>
    /// Protects items with an RSA key in AWS KMS (keyrings, section 7): writing needs the public key alone and no call, reading one
    /// call. Only with <c>UseAlgorithmSuite(AlgorithmSuite.SymSigHmacSha384)</c>.
    /// </summary>
    /// <param name="keyArn">The key's ARN.</param>
    /// <param name="algorithm">The padding.</param>
    /// <param name="publicKeyPem">The public key, at least 2,048 bits; empty to read only.</param>
    /// <returns>This builder.</returns>
    /// <exception cref="ModelConfigurationException">The ARN isn't one of a KMS key, or the public key can't be used.</exception>
    public EncryptedDynamoBuilder UseKmsRsaKey(string keyArn, KmsRsaAlgorithm algorithm, ReadOnlyMemory<char> publicKeyPem)
    {
        ArgumentNullException.ThrowIfNull(keyArn);
        KmsKeyIdentifier.KeyArnFromConfiguration(keyArn);
        _keys.AddOwned(services => new KmsRsaKeyring(services.KmsClients, keyArn, algorithm, publicKeyPem.Span, services.GrantTokens));
        return this;
    }

    /// <summary>
    /// Adds grant tokens, which make grants effective before they are known everywhere. Every call of KMS carries them, those of key
    /// stores beside the tokens that their own configurations name. What <c>UseKeyStoreFrom</c> and <c>UseKeyring</c> take makes its calls without them.
    /// </summary>
    /// <param name="tokens">The tokens, of 1 to 8,192 characters. No call can carry more than 10 different ones.</param>
    /// <returns>This builder.</returns>
    public EncryptedDynamoBuilder UseGrantTokens(params string[] tokens)
    {
        ArgumentNullException.ThrowIfNull(tokens);
        foreach (var token in tokens)
        {
            if (!_keys.Settings.GrantTokens.Contains(token))
            {
                _keys.Settings.GrantTokens.Add(token);
            }
        }

        return this;
    }

    /// <summary>
    /// Sets where the KMS clients come from. By default it is the container: the client that is registered under the Region's
    /// name as key, else the one registered without key if it is of that Region (or has a service URL and no Region), else a
    /// new client of that Region by the AWS SDK's own configuration.
    /// </summary>
    /// <param name="clients">Makes the supplier, once for each context, which doesn't dispose it.</param>
    /// <returns>This builder.</returns>
    public EncryptedDynamoBuilder UseKmsClients(Func<IServiceProvider, IKmsClientSupplier> clients)
    {
        ArgumentNullException.ThrowIfNull(clients);
        _keys.Settings.KmsClients = clients;
        return this;
    }

    private static List<string> AllOf(string keyId, IReadOnlyList<string> furtherKeyIds)
    {
        ArgumentException.ThrowIfNullOrEmpty(keyId);
        ArgumentNullException.ThrowIfNull(furtherKeyIds);
        foreach (var id in furtherKeyIds)
        {
            ArgumentException.ThrowIfNullOrEmpty(id, nameof(furtherKeyIds));
        }

        return [keyId, .. furtherKeyIds];
    }
}
