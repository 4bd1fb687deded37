using Encrypted.Mapper;

namespace Quickstart.Keys;

/// <summary>What the sample's items are protected with.</summary>
internal abstract class DemoKeys : IAsyncDisposable
{
    /// <summary>What to say of the keys at the start, by name.</summary>
    public abstract IReadOnlyList<(string Name, string Value)> Facts { get; }

    /// <summary>What each item's own key is wrapped under.</summary>
    public abstract string WrappedUnder { get; }

    /// <summary>Makes what must be there before the first item is saved.</summary>
    public virtual Task CreateAsync() => Task.CompletedTask;

    /// <summary>Names the keys to a context.</summary>
    public abstract void Configure(EncryptedDynamoBuilder dynamo);

    public abstract ValueTask DisposeAsync();
}
