using Amazon.DynamoDBv2;
using Encrypted.Mapper.Keys;
using Microsoft.Extensions.Logging;

namespace Encrypted.Mapper.Context;

/// <summary>The keys that a context was configured with, in the order in which they were named.</summary>
internal sealed class KeySelection
{
    private readonly List<Func<KeyServices, OpenedKey>> _sources = [];
    private readonly List<KeptSecret> _secrets = [];
    private readonly List<string> _multiRegionKeys = [];
    private bool _hasLocalKey;

    public KeySettings Settings { get; } = new();

    public void AddLocal(string path)
    {
        _hasLocalKey = true;
        _sources.Add(_ => KeyringKey.Owned(LocalKeyFile.OpenOrCreate(path)));
    }

    /// <summary>Adds a keyring that each context makes from key bytes which stay here for the next one.</summary>
    public void AddOwned<T>(KeptSecret secret, Func<KeptSecret, T> keyring)
        where T : IKeyring, IDisposable
    {
        _secrets.Add(secret);
        _sources.Add(_ => KeyringKey.Owned(keyring(secret)));
    }

    public void AddOwned<T>(Func<KeyServices, T> keyring)
        where T : IKeyring, IDisposable
        => _sources.Add(services => KeyringKey.Owned(keyring(services)));

    public void Add(Func<KeyServices, IKeyring> keyring) => _sources.Add(services => new KeyringKey(keyring(services), null));

    public void AddMultiRegion(List<string> keyIds)
    {
        _multiRegionKeys.AddRange(keyIds);
        keyIds.ForEach(id => Add(services => new KmsMrkKeyring(services.KmsClients, id, services.GrantTokens)));
    }

    public void AddKeyStore(Func<KeyServices, BranchKeyStore> store, string? branchKeyId, IBranchKeySelector? selector)
        => _sources.Add(services => new KeyStoreKey(services.Cache(store(services)), branchKeyId, selector));

    /// <summary>Checks what can be checked before a key is opened.</summary>
    /// <exception cref="ModelConfigurationException">There is no key, or a development key beside others, or two are replicas of one key.</exception>
    public void Check()
    {
        if (_sources.Count == 0)
        {
            throw ContextErrors.KeySourceMissing();
        }

        // Otherwise a line left from development would make whoever has the file a reader of every item.
        if (_hasLocalKey && _sources.Count > 1)
        {
            throw ContextErrors.KeySourceAmbiguous();
        }

        KmsMrkKeyring.RequireDistinct(_multiRegionKeys);
    }

    /// <summary>Zeroes the key bytes that were kept for further contexts. Those that were opened have their own.</summary>
    public void Forget() => _secrets.ForEach(static secret => secret.Dispose());

    public OpenedKeys Open(IServiceProvider services, IAmazonDynamoDB client, ILoggerFactory? loggers)
    {
        Check();
        var keyServices = new KeyServices(services, client, Settings, loggers);
        var opened = new List<OpenedKey>(_sources.Count);
        try
        {
            foreach (var source in _sources)
            {
                opened.Add(source(keyServices));
            }
        }
        catch
        {
            opened.ForEach(static key => key.Dispose());
            keyServices.Dispose();
            throw;
        }

        return new(opened, keyServices);
    }
}
