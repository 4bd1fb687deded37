namespace Encrypted.Mapper.Keys;

/// <summary>Where a cache gets branch keys from: each call makes new materials, which the caller owns.</summary>
internal interface IBranchKeyLoader
{
    /// <summary>The logical name of the key store, for metrics and logs.</summary>
    string Name { get; }

    /// <summary>The same for all loaders of the same keys, and for no others; null if that can't be told.</summary>
    string? Identity => null;

    /// <summary>Loads the active version.</summary>
    /// <exception cref="KeyUnavailableException">There is no such key, or it can't be had.</exception>
    Task<BranchKeyMaterials> GetActiveAsync(string branchKeyId, CancellationToken cancellationToken);

    /// <summary>Loads a version, or returns null if there is none.</summary>
    /// <exception cref="KeyUnavailableException">The version can't be had.</exception>
    Task<BranchKeyMaterials?> GetVersionAsync(string branchKeyId, Guid version, CancellationToken cancellationToken);
}
