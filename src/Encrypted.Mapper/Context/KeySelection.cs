using Encrypted.Mapper.Keys;

namespace Encrypted.Mapper.Context;

/// <summary>The keys that a context was configured with, in the order in which they were named.</summary>
internal sealed class KeySelection
{
    private readonly List<Func<IServiceProvider, OpenedKey>> _sources = [];
    private bool _hasLocalKey;

    public void AddLocal(string path)
    {
        _hasLocalKey = true;
        _sources.Add(_ => OpenedKey.Owned(LocalKeyFile.OpenOrCreate(path)));
    }

    public void AddOwned<T>(T keyring)
        where T : IKeyring, IDisposable
        => _sources.Add(_ => OpenedKey.Owned(keyring));

    public void AddForeign(Func<IServiceProvider, IKeyring> keyring) => _sources.Add(services => new(keyring(services), null));

    /// <summary>Checks what can be checked before a key is opened.</summary>
    /// <exception cref="ModelConfigurationException">There is no key, or a development key beside others.</exception>
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
    }

    /// <summary>Opens the keys: one alone, or several as a multi-keyring whose generator is the first.</summary>
    public OpenedKeys Open(IServiceProvider services)
    {
        Check();
        var opened = new List<OpenedKey>(_sources.Count);
        try
        {
            foreach (var source in _sources)
            {
                opened.Add(source(services));
            }
        }
        catch
        {
            opened.ForEach(static key => key.OwnedByContext?.Dispose());
            throw;
        }

        var keyring = opened.Count == 1 ? opened[0].Keyring : new MultiKeyring(opened[0].Keyring, opened.ConvertAll(key => key.Keyring)[1..]);
        return new(keyring, opened.ConvertAll(key => key.OwnedByContext));
    }
}
