using System.Security.Cryptography;
using Encrypted.Mapper.Tool.KeyStore;

namespace Encrypted.Mapper.Tool.Schema;

/// <summary>Owns the keys that were read and the keyrings that were created from them, so that all are zeroed in the end.</summary>
/// <param name="table">The table whose keyring it is.</param>
internal sealed class KeyringScope(string table) : IDisposable
{
    private readonly Stack<IDisposable> _owned = new();
    private readonly List<byte[]> _keys = [];
    private AwsClients? _aws;

    /// <summary>Whether a keyring that was read has its keys at AWS.</summary>
    public bool NeedsAws { get; set; }

    /// <summary>The clients that were opened because a keyring needs them.</summary>
    public AwsClients Aws => _aws ?? throw new InvalidOperationException("The clients weren't opened.");

    /// <summary>Opens the clients, if a keyring needs them.</summary>
    /// <exception cref="KeyStoreCommandException">There are no credentials.</exception>
    public async Task OpenAsync(AwsEndpoints endpoints)
    {
        if (NeedsAws)
        {
            _aws = Own(await AwsClients.OpenAsync(endpoints).ConfigureAwait(false));
        }
    }

    public T Own<T>(T owned)
        where T : IDisposable
    {
        _owned.Push(owned);
        return owned;
    }

    public byte[] OwnKey(byte[] key)
    {
        _keys.Add(key);
        return key;
    }

    public KeyringRefusedException Refusal(string property, string why) => new(table, property, why);

    public void Dispose()
    {
        while (_owned.TryPop(out var owned))
        {
            owned.Dispose();
        }

        foreach (var key in _keys)
        {
            CryptographicOperations.ZeroMemory(key);
        }
    }
}
