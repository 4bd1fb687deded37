namespace Encrypted.Mapper.Keys;

/// <summary>
/// One operation's hold on a version of a branch key: until it is disposed the key stays whole, even if the key's owner
/// (such as a cache that evicts it) disposes the key meanwhile.
/// </summary>
public sealed class BranchKeyLease : IDisposable
{
    private HeldKey? _key;

    internal BranchKeyLease(string branchKeyId, Guid version, HeldKey held)
    {
        BranchKeyId = branchKeyId;
        Version = version;
        _key = held;
    }

    /// <summary>The branch key's id.</summary>
    public string BranchKeyId { get; }

    /// <summary>The version's id.</summary>
    public Guid Version { get; }

    internal ReadOnlySpan<byte> Key => (_key ?? throw new ObjectDisposedException(nameof(BranchKeyLease))).HeldBytes;

    /// <summary>A further hold on the same key. Not while another thread may dispose this one.</summary>
    internal BranchKeyLease Duplicate()
    {
        var key = _key ?? throw new ObjectDisposedException(nameof(BranchKeyLease));
        key.HoldAgain();
        return new BranchKeyLease(BranchKeyId, Version, key);
    }

    /// <summary>Ends the hold. Further calls do nothing.</summary>
    public void Dispose() => Interlocked.Exchange(ref _key, null)?.Release();
}
