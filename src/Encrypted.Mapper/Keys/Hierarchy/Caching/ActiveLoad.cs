namespace Encrypted.Mapper.Keys;

/// <summary>Loads the active versions, and lets what is written under them be read without another load.</summary>
internal sealed class ActiveLoad(IBranchKeyLoader loader, ActiveVersions newest, KeyScope<(string Id, Guid Version)> versions) : IKeyLoad<string>
{
    public double RefreshAt => 0.8;

    // The loader never says that there is no active version: that is an error.
    public async Task<BranchKeyMaterials?> LoadAsync(string id, CancellationToken cancellationToken)
        => await loader.GetActiveAsync(id, cancellationToken).ConfigureAwait(false);

    public void Accept(string id, BranchKeyMaterials materials, CacheClock.Moment start)
    {
        newest.Accept(materials);

        // KMS has authenticated which version it is.
        using var lease = materials.Key.Lease();
        versions.Add((id, lease.Version), new BranchKey(lease.BranchKeyId, lease.Version, lease.Key), start);
    }
}
