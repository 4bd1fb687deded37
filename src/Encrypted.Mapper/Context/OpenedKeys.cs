using Encrypted.Mapper.Keys;

namespace Encrypted.Mapper.Context;

/// <summary>The keyring of a context, with those of its parts that the context disposes.</summary>
internal sealed class OpenedKeys(IKeyring keyring, List<IDisposable?> ownedByContext) : IDisposable
{
    public IKeyring Keyring { get; } = keyring;

    public void Dispose() => ownedByContext.ForEach(static owned => owned?.Dispose());
}
