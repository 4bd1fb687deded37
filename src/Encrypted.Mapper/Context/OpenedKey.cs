using Encrypted.Mapper.Keys;

namespace Encrypted.Mapper.Context;

/// <summary>A keyring, and what the context disposes with itself.</summary>
internal readonly record struct OpenedKey(IKeyring Keyring, IDisposable? OwnedByContext)
{
    public static OpenedKey Owned<T>(T keyring)
        where T : IKeyring, IDisposable
        => new(keyring, keyring);
}
