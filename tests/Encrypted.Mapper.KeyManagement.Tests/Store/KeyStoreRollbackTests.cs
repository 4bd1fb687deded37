using Encrypted.Mapper.KeyManagement.Tests.Support;
using Encrypted.Mapper.Keys;

namespace Encrypted.Mapper.KeyManagement.Tests.Store;

/// <summary>What KMS can't tell: an active item that was true once, and was put back by who may write the key store's table.</summary>
public sealed class KeyStoreRollbackTests
{
    [Fact]
    public async Task S20_An_active_item_that_was_put_back_is_refused_by_every_cache_of_the_process()
    {
        await using var lab = await KeyLab.CreateAsync();
        var id = await lab.Admin.CreateKeyAsync();
        var old = (await lab.StoredKeysAsync())["branch:ACTIVE"];
        var newer = await lab.Admin.VersionKeyAsync(id);
        Assert.Equal(newer, await ActiveAsync(lab.Admin, id));

        await lab.Dynamo.PutItemAsync(lab.Store.TableName, old);
        var another = new BranchKeyStore(lab.Store, lab.Dynamo, lab.Kms.Clients());
        var refusal = await Assert.ThrowsAsync<KeyUnavailableException>(() => ActiveAsync(another, id));
        Assert.Equal("branch-key-rollback", refusal.Rule);

        // Another rotation mends it.
        Assert.Equal(await lab.Admin.VersionKeyAsync(id), await ActiveAsync(another, id));
    }

    private static async Task<Guid> ActiveAsync(BranchKeyStore store, string id)
    {
        using var cache = new BranchKeyCache(store);
        using var lease = await cache.GetActiveAsync(id, CancellationToken.None);
        return lease.Version;
    }
}
