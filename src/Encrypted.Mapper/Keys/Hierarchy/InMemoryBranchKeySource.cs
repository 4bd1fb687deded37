using System.Collections.Concurrent;

namespace Encrypted.Mapper.Keys;

/// <summary>Branch keys that the application holds itself, for tests and tools. The last version added of a key is its active one.</summary>
public sealed class InMemoryBranchKeySource : IBranchKeySource, IDisposable
{
    private readonly ConcurrentDictionary<string, BranchKey> _active = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<(string Id, Guid Version), BranchKey> _versions = new();

    /// <summary>Adds a version, which becomes the active one. The source disposes it.</summary>
    /// <param name="branchKey">The version.</param>
    /// <exception cref="ArgumentException">The source has the version already.</exception>
    public void Add(BranchKey branchKey)
    {
        ArgumentNullException.ThrowIfNull(branchKey);
        if (!_versions.TryAdd((branchKey.BranchKeyId, branchKey.Version), branchKey))
        {
            throw new ArgumentException("The source has this version of the branch key already.", nameof(branchKey));
        }

        _active[branchKey.BranchKeyId] = branchKey;
    }

    /// <inheritdoc/>
    public ValueTask<BranchKeyLease> GetActiveAsync(string branchKeyId, CancellationToken cancellationToken)
        => _active.TryGetValue(branchKeyId, out var key)
            ? new(key.Lease())
            : throw new KeyUnavailableException("branch-key-unknown", "There is no branch key of the id that was asked for (rule branch-key-unknown). The id isn't named here, since a selector may take it from an item.");

    /// <inheritdoc/>
    public ValueTask<BranchKeyLease?> GetVersionAsync(string branchKeyId, Guid version, CancellationToken cancellationToken)
        => new(_versions.GetValueOrDefault((branchKeyId, version))?.Lease());

    /// <summary>Zeroes all keys.</summary>
    public void Dispose()
    {
        foreach (var key in _versions.Values)
        {
            key.Dispose();
        }
    }
}
