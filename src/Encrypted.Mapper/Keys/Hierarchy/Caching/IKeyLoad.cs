namespace Encrypted.Mapper.Keys;

/// <summary>How the keys of one scope are had.</summary>
internal interface IKeyLoad<in TKey>
{
    /// <summary>The part of a key's lifetime after which it is loaded again while it is still used.</summary>
    double RefreshAt { get; }

    /// <summary>Loads a key; null if there is none.</summary>
    Task<BranchKeyMaterials?> LoadAsync(TKey id, CancellationToken cancellationToken);

    /// <summary>Takes note of a key that was loaded in time. What comes too late isn't shown here.</summary>
    /// <param name="id">What was loaded.</param>
    /// <param name="materials">The key.</param>
    /// <param name="start">Since when it counts.</param>
    /// <exception cref="KeyUnavailableException">The key must not be used.</exception>
    void Accept(TKey id, BranchKeyMaterials materials, CacheClock.Moment start);
}
