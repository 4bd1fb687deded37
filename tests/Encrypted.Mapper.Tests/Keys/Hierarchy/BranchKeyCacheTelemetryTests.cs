using System.Diagnostics.Metrics;
using Encrypted.Mapper.Keys;
using Encrypted.Mapper.Telemetry;
using Xunit;

namespace Encrypted.Mapper.Tests.Keys.Hierarchy;

/// <summary>What a branch key cache counts, and what its counters don't say.</summary>
public sealed class BranchKeyCacheTelemetryTests
{
    [Fact]
    public async Task Hits_misses_failures_and_age_are_counted_by_key_store_and_never_by_branch_key()
    {
        var counts = new Dictionary<string, long>();
        var tagTexts = new HashSet<string>();
        using var listener = new MeterListener();
        listener.InstrumentPublished = (instrument, target) =>
        {
            if (instrument.Name.StartsWith("encrypted_dynamo.branch_keys.", StringComparison.Ordinal))
            {
                target.EnableMeasurementEvents(instrument);
            }
        };
        var loader = new CountingLoader { Name = $"store-{Guid.NewGuid():N}" };
        listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) =>
        {
            var texts = tags.ToArray().Select(tag => $"{tag.Value}").ToList();
            if (texts.Contains(loader.Name))
            {
                lock (counts)
                {
                    counts[instrument.Name] = counts.GetValueOrDefault(instrument.Name) + value;
                    tagTexts.UnionWith(texts);
                }
            }
        });
        listener.Start();
        loader.Rotate(CountingLoader.Created.AddDays(-401));
        using var cache = new BranchKeyCache(loader, new BranchKeyCacheOptions { TimeProvider = new TwoClocks() }, loggers: null);

        (await cache.GetActiveAsync("tenant", CancellationToken.None)).Dispose();
        (await cache.GetActiveAsync("tenant", CancellationToken.None)).Dispose();
        loader.Failure = () => new KeyUnavailableException("kms-disabled", "Disabled.", [], null);
        await Assert.ThrowsAsync<KeyUnavailableException>(() => cache.GetActiveAsync("other", CancellationToken.None).AsTask());
        loader.Failure = null;
        await Until.TrueAsync(() => Task.FromResult(Count(EncryptedDynamoTelemetry.BranchKeyTooOld) == 1 && Count(EncryptedDynamoTelemetry.BranchKeyFailures) == 1));

        Assert.Equal(1, Count(EncryptedDynamoTelemetry.BranchKeyHits));
        Assert.Equal(2, Count(EncryptedDynamoTelemetry.BranchKeyMisses));
        Assert.Equal(["active", "kms-disabled", loader.Name], tagTexts.Order(StringComparer.Ordinal));

        long Count(string name)
        {
            lock (counts)
            {
                return counts.GetValueOrDefault(name);
            }
        }
    }

    [Fact]
    public async Task Refreshes_and_evictions_are_counted()
    {
        var loader = new CountingLoader { Name = $"store-{Guid.NewGuid():N}" };
        loader.Rotate(CountingLoader.Created);
        var counts = new System.Collections.Concurrent.ConcurrentDictionary<string, long>();
        using var listener = new MeterListener();
        listener.InstrumentPublished = (instrument, target) =>
        {
            if (instrument.Name is EncryptedDynamoTelemetry.BranchKeyRefreshes or EncryptedDynamoTelemetry.BranchKeyEvictions)
            {
                target.EnableMeasurementEvents(instrument);
            }
        };
        listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) =>
        {
            if (tags.ToArray().Any(tag => Equals(tag.Value, loader.Name)))
            {
                var scope = tags.ToArray().Single(tag => tag.Key == EncryptedDynamoTelemetry.ScopeTag).Value;
                counts.AddOrUpdate($"{instrument.Name} {scope}", value, (_, known) => known + value);
            }
        });
        listener.Start();
        var time = new TwoClocks();
        using var cache = new BranchKeyCache(loader, new BranchKeyCacheOptions { TimeProvider = time, Capacity = 1 }, loggers: null);

        // The second key takes the first one's place, active and version alike.
        (await cache.GetActiveAsync("one", CancellationToken.None)).Dispose();
        (await cache.GetActiveAsync("two", CancellationToken.None)).Dispose();
        (await cache.GetActiveAsync("two", CancellationToken.None)).Dispose();
        await Until.TrueAsync(() => Task.FromResult(counts.Count == 2));
        Assert.Equal(1, counts[$"{EncryptedDynamoTelemetry.BranchKeyEvictions} active"]);
        Assert.Equal(1, counts[$"{EncryptedDynamoTelemetry.BranchKeyEvictions} version"]);

        time.Advance(TimeSpan.FromMinutes(4.5));
        await Until.TrueAsync(() => Task.FromResult(loader.ActiveCalls == 3));
        Assert.Equal(1, counts[$"{EncryptedDynamoTelemetry.BranchKeyRefreshes} active"]);
    }

    [Fact]
    public async Task A_listener_that_throws_keeps_nobody_from_a_key()
    {
        var loader = new CountingLoader { Name = $"store-{Guid.NewGuid():N}" };
        loader.Rotate(CountingLoader.Created);
        var heard = 0;
        using var listener = new MeterListener();
        listener.InstrumentPublished = (instrument, target) =>
        {
            if (instrument.Name.StartsWith("encrypted_dynamo.branch_keys.", StringComparison.Ordinal))
            {
                target.EnableMeasurementEvents(instrument);
            }
        };
        listener.SetMeasurementEventCallback<long>((_, _, tags, _) =>
        {
            if (tags.ToArray().Any(tag => Equals(tag.Value, loader.Name)))
            {
                Interlocked.Increment(ref heard);
                throw new InvalidOperationException("The listener is broken.");
            }
        });
        listener.Start();
        using var cache = new BranchKeyCache(loader, new BranchKeyCacheOptions { TimeProvider = new TwoClocks(), Capacity = 1 }, loggers: null);

        // A miss, an eviction and a hit.
        (await cache.GetActiveAsync("one", CancellationToken.None)).Dispose();
        (await cache.GetActiveAsync("two", CancellationToken.None)).Dispose();
        (await cache.GetActiveAsync("two", CancellationToken.None)).Dispose();
        loader.Failure = () => new KeyUnavailableException("kms-disabled", "Disabled.", [], null);

        var error = await Assert.ThrowsAsync<KeyUnavailableException>(() => cache.GetActiveAsync("three", CancellationToken.None).AsTask());
        Assert.Equal("kms-disabled", error.Rule);
        Assert.InRange(heard, 5, int.MaxValue);
    }

    [Fact]
    public async Task The_text_of_a_cache_names_the_key_store_alone()
    {
        var loader = new CountingLoader();
        loader.Rotate(CountingLoader.Created);
        using var cache = new BranchKeyCache(loader, null, loggers: null);
        (await cache.GetActiveAsync("tenant", CancellationToken.None)).Dispose();

        Assert.Equal("BranchKeyCache of key store 'loader'", cache.ToString());
    }
}
