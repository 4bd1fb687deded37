using Encrypted.Mapper.Keys;

namespace Encrypted.Mapper.Context;

/// <summary>A keyring that serves all tables alike.</summary>
internal sealed class KeyringKey(IKeyring keyring, IDisposable? ownedByContext) : OpenedKey
{
    public static KeyringKey Owned<T>(T keyring)
        where T : IKeyring, IDisposable
        => new(keyring, keyring);

    public override IKeyring KeyringOf(string tableName, string? branchKeyAttribute) => keyring;

    public override void Dispose() => ownedByContext?.Dispose();
}
