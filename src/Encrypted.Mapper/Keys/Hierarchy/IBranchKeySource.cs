namespace Encrypted.Mapper.Keys;

/// <summary>
/// Where a hierarchical keyring gets its branch keys. The source owns the keys that it returns, and keeps those in use
/// undisposed. Thread-safe.
/// </summary>
public interface IBranchKeySource
{
    /// <summary>Gets the version that new items are written under.</summary>
    /// <param name="branchKeyId">The branch key's id.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The active version.</returns>
    /// <exception cref="KeyUnavailableException">There is no such key, or it can't be reached.</exception>
    ValueTask<BranchKey> GetActiveAsync(string branchKeyId, CancellationToken cancellationToken);

    /// <summary>Gets the version that an item was written under.</summary>
    /// <param name="branchKeyId">The branch key's id.</param>
    /// <param name="version">The version's id.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The version, or <see langword="null"/> if the source is certain that there is none.</returns>
    /// <exception cref="KeyUnavailableException">The key can't be reached.</exception>
    ValueTask<BranchKey?> GetVersionAsync(string branchKeyId, Guid version, CancellationToken cancellationToken);
}
