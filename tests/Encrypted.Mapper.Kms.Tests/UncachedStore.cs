using Encrypted.Mapper.Keys;

namespace Encrypted.Mapper.Kms.Tests;

/// <summary>The branch keys of a key store, read anew each time.</summary>
internal sealed class UncachedStore(BranchKeyStore store) : IBranchKeySource
{
    public async ValueTask<BranchKeyLease> GetActiveAsync(string branchKeyId, CancellationToken cancellationToken)
    {
        using var materials = await store.GetActiveAsync(branchKeyId, cancellationToken);
        return materials.Key.Lease();
    }

    public async ValueTask<BranchKeyLease?> GetVersionAsync(string branchKeyId, Guid version, CancellationToken cancellationToken)
    {
        using var materials = await store.GetVersionAsync(branchKeyId, version, cancellationToken);
        return materials?.Key.Lease();
    }
}
