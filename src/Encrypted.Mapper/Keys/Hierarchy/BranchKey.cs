namespace Encrypted.Mapper.Keys;

/// <summary>One version of a branch key (keyrings, section 10). Zeroed on dispose.</summary>
public sealed class BranchKey : IDisposable
{
    private readonly HeldKey _key;

    /// <summary>Creates a branch key.</summary>
    /// <param name="branchKeyId">The branch key's id.</param>
    /// <param name="version">The version's id.</param>
    /// <param name="key">The key, 32 bytes. It is copied; the caller should zero its own copy.</param>
    public BranchKey(string branchKeyId, Guid version, ReadOnlySpan<byte> key)
    {
        ArgumentException.ThrowIfNullOrEmpty(branchKeyId);
        ArgumentOutOfRangeException.ThrowIfNotEqual(key.Length, SecretBuffer.KeyLength);
        BranchKeyId = branchKeyId;
        Version = version;
        _key = new HeldKey(key);
    }

    /// <summary>The branch key's id.</summary>
    public string BranchKeyId { get; }

    /// <summary>The version's id.</summary>
    public Guid Version { get; }

    /// <summary>Zeroes the key as soon as no operation uses it any more.</summary>
    public void Dispose() => _key.Dispose();

    /// <summary>Holds the key for one operation.</summary>
    /// <returns>A lease that the caller disposes.</returns>
    /// <exception cref="ObjectDisposedException">The key was disposed.</exception>
    public BranchKeyLease Lease() => TryLease() ?? throw new ObjectDisposedException(nameof(BranchKey));

    /// <summary>Holds the key for one operation, or returns null if it was disposed.</summary>
    internal BranchKeyLease? TryLease() => _key.TryHold() ? new BranchKeyLease(BranchKeyId, Version, _key) : null;
}
