namespace Encrypted.Mapper.Keys;

/// <summary>Loads the versions that items name.</summary>
internal sealed class VersionLoad(IBranchKeyLoader loader) : IKeyLoad<(string Id, Guid Version)>
{
    /// <summary>Later than <see cref="ActiveLoad"/>: while a key is written with, its active version brings this one along.</summary>
    public double RefreshAt => 0.9;

    public Task<BranchKeyMaterials?> LoadAsync((string Id, Guid Version) id, CancellationToken cancellationToken)
        => loader.GetVersionAsync(id.Id, id.Version, cancellationToken);

    public void Accept((string Id, Guid Version) id, BranchKeyMaterials materials, CacheClock.Moment start)
    {
        // That it is the version of this name KMS has authenticated.
    }
}
