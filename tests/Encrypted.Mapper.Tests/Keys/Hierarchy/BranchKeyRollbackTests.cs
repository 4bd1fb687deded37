using Encrypted.Mapper.Keys;
using Xunit;

namespace Encrypted.Mapper.Tests.Keys.Hierarchy;

/// <summary>What caches of one process know of each other: the newest active version of each branch key.</summary>
public sealed class BranchKeyRollbackTests
{
    [Fact]
    public async Task S20_A_cache_that_was_made_after_an_older_version_was_put_back_refuses_it_too()
    {
        var loader = new CountingLoader { Identity = Guid.NewGuid().ToString() };
        var older = loader.Rotate(CountingLoader.Created);
        var newer = loader.Rotate(CountingLoader.Created.AddDays(1));
        Assert.Equal(newer, await ActiveAsync(loader));

        loader.PutBack(older);
        var refusal = await Assert.ThrowsAsync<KeyUnavailableException>(() => ActiveAsync(loader));
        Assert.Equal("branch-key-rollback", refusal.Rule);

        var rotated = loader.Rotate(CountingLoader.Created.AddDays(2));
        Assert.Equal(rotated, await ActiveAsync(loader));
    }

    [Fact]
    public async Task Branch_keys_of_one_id_in_two_key_stores_have_nothing_to_do_with_each_other()
    {
        var one = new CountingLoader { Identity = Guid.NewGuid().ToString() };
        var other = new CountingLoader { Identity = Guid.NewGuid().ToString() };
        one.Rotate(CountingLoader.Created.AddDays(1));
        var older = other.Rotate(CountingLoader.Created);

        await ActiveAsync(one);

        Assert.Equal(older, await ActiveAsync(other));
    }

    private static async Task<Guid> ActiveAsync(CountingLoader loader)
    {
        using var cache = new BranchKeyCache(loader, new BranchKeyCacheOptions { TimeProvider = new TwoClocks() }, loggers: null);
        using var lease = await cache.GetActiveAsync("id", CancellationToken.None);
        return lease.Version;
    }
}
