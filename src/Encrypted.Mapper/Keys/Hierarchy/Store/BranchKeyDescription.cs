namespace Encrypted.Mapper.Keys;

/// <summary>What a key store's table says of a branch key, read without KMS: nothing of it is authenticated, and it holds no key.</summary>
/// <param name="BranchKeyId">The branch key's id.</param>
/// <param name="ActiveVersion">The version that the active item names.</param>
/// <param name="Versions">All versions, the newest first.</param>
/// <param name="HasBeaconKey">Whether there is a beacon key.</param>
public sealed record BranchKeyDescription(string BranchKeyId, Guid? ActiveVersion, IReadOnlyList<BranchKeyVersionDescription> Versions, bool HasBeaconKey)
{
    /// <summary>Names the branch key, its active version and how many there are.</summary>
    /// <returns>A text without keys.</returns>
    public override string ToString()
        => $"Branch key '{BranchKeyId}': active version {(ActiveVersion is { } active ? $"{active:D}" : "unknown")}, {(Versions.Count == 1 ? "1 version" : $"{Versions.Count} versions")}, {(HasBeaconKey ? "with" : "without")} beacon key";
}
