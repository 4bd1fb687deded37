using System.Security.Cryptography;

namespace Encrypted.Mapper.Tool.Schema;

/// <summary>Owns the keys that were read and the keyrings that were created from them, so that all are zeroed in the end.</summary>
/// <param name="table">The table whose keyring it is.</param>
internal sealed class KeyringScope(string table) : IDisposable
{
    private readonly Stack<IDisposable> _owned = new();
    private readonly List<byte[]> _keys = [];

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
