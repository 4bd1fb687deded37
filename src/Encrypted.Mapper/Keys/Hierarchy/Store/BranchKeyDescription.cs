namespace Encrypted.Mapper.Keys;

/// <summary>What a key store's table says of a branch key, read without KMS: nothing of it is authenticated, and it holds no key.</summary>
/// <param name="BranchKeyId">The branch key's id.</param>
/// <param name="ActiveVersion">The version that the active item names.</param>
/// <param name="Versions">All versions, the newest first.</param>
/// <param name="HasBeaconKey">Whether there is a beacon key.</param>
public sealed record BranchKeyDescription(string BranchKeyId, Guid? ActiveVersion, IReadOnlyList<BranchKeyVersionDescription> Versions, bool HasBeaconKey);
