using System.Collections.Concurrent;
using Encrypted.Mapper.Keys;
using Xunit;

namespace Encrypted.Mapper.Tests.Keys.Hierarchy;

/// <summary>Many threads on a cache that is too small, whose keys' time runs out under them.</summary>
public sealed class BranchKeyCacheConcurrencyTests
{
    private const int Workers = 8;
    private const int StepsEach = 2_000;
    private const int Ids = 12;

    [Fact]
    public async Task S22_Every_key_is_whole_while_it_is_used_and_zeroed_in_the_end()
    {
        var loader = new CountingLoader();
        loader.Rotate(CountingLoader.Created);
        var time = new TwoClocks();
        var seen = new ConcurrentBag<Func<byte[]>>();
        var cache = new BranchKeyCache(loader, new BranchKeyCacheOptions { TimeProvider = time, Capacity = 4 }, loggers: null);

        await Task.WhenAll(Enumerable.Range(0, Workers).Select(worker => Task.Run(async () =>
        {
            for (var step = 0; step < StepsEach; step++)
            {
                // Every worker walks through the ids at a stride of its own.
                var id = $"id{(step * ((2 * worker) + 1) + (step / 7)) % Ids}";
                using var lease = step % 2 == 0
                    ? await cache.GetActiveAsync(id, CancellationToken.None)
                    : (await cache.GetVersionAsync(id, loader.Active, CancellationToken.None))!;
                await Task.Yield();
                Assert.Equal(CountingLoader.KeyOf(id, lease.Version), lease.Key.ToArray());
                seen.Add(LeasedMemory.Watch(lease));
                if (step % 100 == 0)
                {
                    time.Advance(TimeSpan.FromMinutes(1));
                }
            }
        })));
        cache.Dispose();

        Assert.All(seen, key => Assert.Equal(new byte[32], key()));
        Assert.InRange(loader.Calls, Ids, Workers * StepsEach);
    }
}
