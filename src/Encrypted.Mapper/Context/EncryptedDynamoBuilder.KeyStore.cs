using Encrypted.Mapper.Keys;

namespace Encrypted.Mapper;

/// <content>Branch keys of a key store (keyrings, sections 10 and 13): fetched once, through KMS, and then used for many items.</content>
public sealed partial class EncryptedDynamoBuilder
{
    /// <summary>
    /// Protects items with the branch keys of a key store that <see cref="BranchKeyAttribute"/> names: each item with the one whose
    /// id is the value of the property that carries it. The key store's table is read with the context's own DynamoDB client.
    /// </summary>
    /// <param name="store">The key store.</param>
    /// <returns>This builder.</returns>
    /// <exception cref="ModelConfigurationException">The configuration can't be one.</exception>
    public EncryptedDynamoBuilder UseKeyStore(BranchKeyStoreConfiguration store) => AddKeyStore(store, null, null);

    /// <summary>
    /// Protects items with a branch key of a key store; those of classes with a <see cref="BranchKeyAttribute"/> with the branch
    /// key that it names. The key store's table is read with the context's own DynamoDB client.
    /// </summary>
    /// <param name="store">The key store.</param>
    /// <param name="branchKeyId">The branch key's id.</param>
    /// <returns>This builder.</returns>
    /// <exception cref="ModelConfigurationException">The configuration can't be one.</exception>
    public EncryptedDynamoBuilder UseKeyStore(BranchKeyStoreConfiguration store, string branchKeyId)
    {
        ArgumentException.ThrowIfNullOrEmpty(branchKeyId);
        return AddKeyStore(store, branchKeyId, null);
    }

    /// <summary>
    /// Protects items with the branch keys of a key store that a selector chooses. The key store's table is read with the context's
    /// own DynamoDB client.
    /// </summary>
    /// <param name="store">The key store.</param>
    /// <param name="selector">Chooses the branch key of each item. No entity may carry a <see cref="BranchKeyAttribute"/> beside it.</param>
    /// <returns>This builder.</returns>
    /// <exception cref="ModelConfigurationException">The configuration can't be one.</exception>
    public EncryptedDynamoBuilder UseKeyStore(BranchKeyStoreConfiguration store, IBranchKeySelector selector)
    {
        ArgumentNullException.ThrowIfNull(selector);
        return AddKeyStore(store, null, selector);
    }

    /// <summary>
    /// Protects items with the branch keys that <see cref="BranchKeyAttribute"/> names, of a key store that has clients of its own, such
    /// as one in another account.
    /// </summary>
    /// <param name="store">Provides the key store, once for each context.</param>
    /// <returns>This builder.</returns>
    public EncryptedDynamoBuilder UseKeyStoreFrom(Func<IServiceProvider, BranchKeyStore> store) => AddKeyStoreFrom(store, null, null);

    /// <summary>
    /// Protects items with a branch key of a key store that has clients of its own, such as one in another account; those of classes
    /// with a <see cref="BranchKeyAttribute"/> with the branch key that it names.
    /// </summary>
    /// <param name="store">Provides the key store, once for each context.</param>
    /// <param name="branchKeyId">The branch key's id.</param>
    /// <returns>This builder.</returns>
    public EncryptedDynamoBuilder UseKeyStoreFrom(Func<IServiceProvider, BranchKeyStore> store, string branchKeyId)
    {
        ArgumentException.ThrowIfNullOrEmpty(branchKeyId);
        return AddKeyStoreFrom(store, branchKeyId, null);
    }

    /// <summary>Protects items with the branch keys of a key store that has clients of its own, chosen by a selector.</summary>
    /// <param name="store">Provides the key store, once for each context.</param>
    /// <param name="selector">Chooses the branch key of each item. No entity may carry a <see cref="BranchKeyAttribute"/> beside it.</param>
    /// <returns>This builder.</returns>
    public EncryptedDynamoBuilder UseKeyStoreFrom(Func<IServiceProvider, BranchKeyStore> store, IBranchKeySelector selector)
    {
        ArgumentNullException.ThrowIfNull(selector);
        return AddKeyStoreFrom(store, null, selector);
    }

    /// <summary>Sets how long and how many branch keys are kept in memory, for all key stores of the context.</summary>
    /// <param name="configure">Changes the settings. By default a key is used for at most 5 minutes after it was fetched.</param>
    /// <returns>This builder.</returns>
    public EncryptedDynamoBuilder ConfigureBranchKeyCache(Action<BranchKeyCacheOptions> configure)
    {
        ArgumentNullException.ThrowIfNull(configure);
        configure(_keys.Settings.BranchKeyCache);
        return this;
    }

    private EncryptedDynamoBuilder AddKeyStore(BranchKeyStoreConfiguration store, string? branchKeyId, IBranchKeySelector? selector)
    {
        ArgumentNullException.ThrowIfNull(store);
        _keys.AddKeyStore(services => services.Open(store), branchKeyId, selector);
        return this;
    }

    private EncryptedDynamoBuilder AddKeyStoreFrom(Func<IServiceProvider, BranchKeyStore> store, string? branchKeyId, IBranchKeySelector? selector)
    {
        ArgumentNullException.ThrowIfNull(store);
        _keys.AddKeyStore(services => store(services.Services), branchKeyId, selector);
        return this;
    }
}
