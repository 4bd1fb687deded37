namespace Encrypted.Mapper.Keys;

/// <summary>
/// Where a hierarchical keyring gets its branch keys. The source owns the keys and gives out leases on them, so that it may
/// dispose a key that others still use. Thread-safe.
/// </summary>
public interface IBranchKeySource
{
    /// <summary>Gets the version that new items are written under.</summary>
    /// <param name="branchKeyId">The branch key's id.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>A lease on the active version, which the caller disposes.</returns>
    /// <exception cref="KeyUnavailableException">There is no such key, or it can't be reached.</exception>
    ValueTask<BranchKeyLease> GetActiveAsync(string branchKeyId, CancellationToken cancellationToken);

    /// <summary>Gets the version that an item was written under.</summary>
    /// <param name="branchKeyId">The branch key's id.</param>
    /// <param name="version">The version's id.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>A lease on the version, which the caller disposes, or <see langword="null"/> if the source is certain that there is none.</returns>
    /// <exception cref="KeyUnavailableException">The key can't be reached.</exception>
    ValueTask<BranchKeyLease?> GetVersionAsync(string branchKeyId, Guid version, CancellationToken cancellationToken);
}
