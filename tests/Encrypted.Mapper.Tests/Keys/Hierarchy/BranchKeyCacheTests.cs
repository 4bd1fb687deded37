using Encrypted.Mapper.Keys;
using Xunit;

namespace Encrypted.Mapper.Tests.Keys.Hierarchy;

/// <summary>How a branch key cache loads, keeps and lets go of keys.</summary>
public sealed class BranchKeyCacheTests : IDisposable
{
    private static readonly TimeSpan s_timeToLive = TimeSpan.FromMinutes(5);

    private readonly CountingLoader _loader = new();
    private readonly TwoClocks _time = new();
    private readonly BranchKeyCache _cache;

    public BranchKeyCacheTests()
    {
        _loader.Rotate(CountingLoader.Created);
        _cache = Cache();
    }

    public void Dispose() => _cache.Dispose();

    [Fact]
    public async Task A_thousand_concurrent_misses_are_one_load()
    {
        var answer = new TaskCompletionSource();
        _loader.Delay = _ => answer.Task;
        var calls = new Task<BranchKeyLease>[1000];
        Parallel.For(0, calls.Length, i => calls[i] = _cache.GetActiveAsync("id", CancellationToken.None).AsTask());
        Assert.DoesNotContain(calls, call => call.IsCompleted);
        answer.SetResult();

        foreach (var lease in await Task.WhenAll(calls))
        {
            Assert.Equal(CountingLoader.KeyOf("id", _loader.Active), lease.Key.ToArray());
            lease.Dispose();
        }

        Assert.Equal(1, _loader.Calls);
    }

    [Fact]
    public async Task The_active_version_is_read_without_another_load()
    {
        using var active = await ActiveAsync();
        using var version = await _cache.GetVersionAsync("id", active.Version, CancellationToken.None);

        Assert.Equal(active.Key.ToArray(), version!.Key.ToArray());
        Assert.Equal(1, _loader.Calls);
    }

    [Fact]
    public async Task A_hit_completes_at_once_and_allocates_the_lease_alone()
    {
        (await ActiveAsync()).Dispose();
        for (var i = 0; i < 1000; i++)
        {
            (await _cache.GetActiveAsync("id", CancellationToken.None)).Dispose();
        }

        var before = GC.GetAllocatedBytesForCurrentThread();
        var call = _cache.GetActiveAsync("id", CancellationToken.None);
        var allocated = GC.GetAllocatedBytesForCurrentThread() - before;

        Assert.True(call.IsCompletedSuccessfully);
        (await call).Dispose();
        Assert.InRange(allocated, 1, 72);
    }

    [Fact]
    public async Task A_callers_cancellation_does_not_cancel_the_others_load()
    {
        var answer = new TaskCompletionSource();
        _loader.Delay = _ => answer.Task;
        using var cancel = new CancellationTokenSource();
        var first = _cache.GetActiveAsync("id", cancel.Token).AsTask();
        var second = _cache.GetActiveAsync("id", CancellationToken.None).AsTask();

        await cancel.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => first);
        answer.SetResult();

        (await second).Dispose();
        Assert.Equal(1, _loader.Calls);
    }

    [Fact]
    public async Task A_load_that_all_callers_left_is_used_by_the_next()
    {
        var answer = new TaskCompletionSource();
        _loader.Delay = _ => answer.Task;
        using var cancel = new CancellationTokenSource();
        var first = _cache.GetActiveAsync("id", cancel.Token).AsTask();
        await cancel.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => first);

        var next = _cache.GetActiveAsync("id", CancellationToken.None).AsTask();
        answer.SetResult();

        (await next).Dispose();
        Assert.Equal(1, _loader.Calls);
    }

    [Fact]
    public async Task A_load_that_gets_no_answer_ends_by_its_own_limit()
    {
        var started = new TaskCompletionSource();
        _loader.Delay = token =>
        {
            started.TrySetResult();
            return Task.Delay(Timeout.InfiniteTimeSpan, token);
        };
        var call = _cache.GetActiveAsync("id", CancellationToken.None).AsTask();
        await started.Task;

        _time.Advance(TimeSpan.FromSeconds(31));

        Assert.Equal("branch-key-timeout", (await Assert.ThrowsAsync<KeyUnavailableException>(() => call)).Rule);
    }

    [Theory]
    [InlineData(300, 0)]
    [InlineData(0, 300)]
    [InlineData(300, -3600)]
    [InlineData(1, 3600)]
    public async Task A_keys_time_is_over_as_soon_as_either_clock_says_so(int monotonicSeconds, int wallSeconds)
    {
        (await ActiveAsync()).Dispose();

        _time.Advance(TimeSpan.FromSeconds(monotonicSeconds));
        _time.SetWall(TimeSpan.FromSeconds(wallSeconds));
        (await ActiveAsync()).Dispose();

        Assert.Equal(2, _loader.ActiveCalls);
    }

    [Fact]
    public async Task Everybody_gets_the_current_key_while_it_is_refreshed_ahead()
    {
        var old = await ActiveVersionAsync();
        _time.Advance(s_timeToLive * 0.9);
        var answer = new TaskCompletionSource();
        var started = new TaskCompletionSource();
        _loader.Delay = _ =>
        {
            started.TrySetResult();
            return answer.Task;
        };
        var rotated = _loader.Rotate(CountingLoader.Created.AddDays(1));

        Assert.Equal(old, await ActiveVersionAsync());
        await started.Task;
        Assert.Equal(old, await ActiveVersionAsync());
        answer.SetResult();
        await Until.TrueAsync(async () => await ActiveVersionAsync() == rotated);

        Assert.Equal(2, _loader.Calls);
    }

    [Fact]
    public async Task While_a_key_is_written_with_its_version_is_never_loaded_by_itself()
    {
        var version = await ActiveVersionAsync();
        for (var lifetime = 0; lifetime < 5; lifetime++)
        {
            _time.Advance(s_timeToLive * 0.85);
            (await _cache.GetVersionAsync("id", version, CancellationToken.None))!.Dispose();
            (await ActiveAsync()).Dispose();
            await Until.TrueAsync(async () => _loader.ActiveCalls == lifetime + 2 && await IsCurrentAsync(_loader.Given!));
        }

        Assert.Equal(0, _loader.VersionCalls);
    }

    [Fact]
    public async Task A_version_that_is_only_read_is_refreshed_ahead()
    {
        var version = await ActiveVersionAsync();
        _time.Advance(s_timeToLive * 0.9);

        (await _cache.GetVersionAsync("id", version, CancellationToken.None))!.Dispose();
        await Until.TrueAsync(() => Task.FromResult(_loader.VersionCalls == 1));
        Assert.Equal(1, _loader.ActiveCalls);
    }

    [Fact]
    public async Task A_key_that_is_used_now_and_then_is_refreshed_without_anybody_asking_at_that_time()
    {
        var old = await ActiveVersionAsync();
        await ActiveVersionAsync();
        var rotated = _loader.Rotate(CountingLoader.Created.AddDays(1));

        _time.Advance(s_timeToLive * 0.85);
        await Until.TrueAsync(() => Task.FromResult(_loader.ActiveCalls == 2));
        _time.Advance(s_timeToLive * 0.4);
        _loader.Failure = Unreachable;

        Assert.NotEqual(old, rotated);
        Assert.Equal(rotated, await ActiveVersionAsync());
        Assert.Equal(2, _loader.Calls);
    }

    [Fact]
    public async Task A_key_that_nobody_used_after_it_was_loaded_is_not_loaded_again()
    {
        await ActiveVersionAsync();

        _time.Advance(s_timeToLive * 0.9);
        _time.Advance(s_timeToLive);
        await ActiveVersionAsync();

        Assert.Equal(2, _loader.Calls);
    }

    [Fact]
    public async Task Keys_that_come_to_their_end_together_are_not_all_refreshed_at_once()
    {
        var ids = Enumerable.Range(0, 200).Select(i => $"id{i}").ToArray();
        await _cache.WarmUpAsync(ids);
        await _cache.WarmUpAsync(ids);
        var answer = new TaskCompletionSource();
        _loader.Delay = _ => answer.Task;

        _time.Advance(s_timeToLive * 0.8);

        await Until.TrueAsync(() => Task.FromResult(_loader.ActiveCalls == 264));
        answer.SetResult();
    }

    [Fact]
    public async Task A_failed_refresh_leaves_the_key_until_its_time_is_over_and_is_not_repeated_at_once()
    {
        var version = await ActiveVersionAsync();
        _loader.Failure = Unreachable;
        _time.Advance(s_timeToLive * 0.9);
        Assert.Equal(version, await ActiveVersionAsync());
        await Until.TrueAsync(() => Task.FromResult(_loader.Calls == 2));

        for (var i = 0; i < 1000; i++)
        {
            Assert.Equal(version, await ActiveVersionAsync());
        }

        Assert.InRange(_loader.Calls, 2, 3);
        _time.Advance(s_timeToLive * 0.1);
        Assert.Equal("kms-unreachable", (await Assert.ThrowsAsync<KeyUnavailableException>(ActiveAsync)).Rule);
    }

    [Fact]
    public async Task A_source_that_fails_is_asked_ever_more_rarely_and_again_when_it_is_back()
    {
        _loader.Failure = Unreachable;
        for (var second = 0; second < 600; second++)
        {
            for (var i = 0; i < 10; i++)
            {
                await Assert.ThrowsAsync<KeyUnavailableException>(ActiveAsync);
            }

            _time.Advance(TimeSpan.FromSeconds(1));
        }

        Assert.InRange(_loader.Calls, 20, 30);
        _loader.Failure = null;
        _time.Advance(TimeSpan.FromSeconds(30));
        Assert.Equal(_loader.Active, await ActiveVersionAsync());
    }

    [Fact]
    public async Task What_items_ask_for_in_vain_displaces_no_key()
    {
        var version = await ActiveVersionAsync();
        using var small = Cache(options => options.Capacity = 2);
        (await small.GetVersionAsync("id", version, CancellationToken.None))!.Dispose();
        var before = _loader.VersionCalls;
        for (var i = 0; i < 3000; i++)
        {
            Assert.Null(await small.GetVersionAsync("id", Guid.NewGuid(), CancellationToken.None));
        }

        (await small.GetVersionAsync("id", version, CancellationToken.None))!.Dispose();
        Assert.Equal(before + 3000, _loader.VersionCalls);
    }

    [Fact]
    public async Task S20_An_older_active_version_that_was_put_back_is_refused_even_after_eviction()
    {
        using var cache = Cache(options => options.Capacity = 1);
        var old = _loader.Active;
        (await cache.GetActiveAsync("id", CancellationToken.None)).Dispose();
        _time.Advance(s_timeToLive);
        var newer = _loader.Rotate(CountingLoader.Created.AddDays(1));
        using (var lease = await cache.GetActiveAsync("id", CancellationToken.None))
        {
            Assert.Equal(newer, lease.Version);
        }

        (await cache.GetActiveAsync("another", CancellationToken.None)).Dispose();
        _loader.PutBack(old);
        var refusal = await Assert.ThrowsAsync<KeyUnavailableException>(() => cache.GetActiveAsync("id", CancellationToken.None).AsTask());

        Assert.Equal("branch-key-rollback", refusal.Rule);
        Assert.Equal($"version {old} after {newer}", Assert.Single(refusal.Attempts).Outcome);
    }

    [Fact]
    public async Task S20_An_active_version_without_a_time_that_can_be_read_takes_no_other_ones_place()
    {
        using var cache = Cache();
        (await cache.GetActiveAsync("id", CancellationToken.None)).Dispose();
        _time.Advance(s_timeToLive);
        _loader.Rotate(null);

        var refusal = await Assert.ThrowsAsync<KeyUnavailableException>(() => cache.GetActiveAsync("id", CancellationToken.None).AsTask());

        Assert.Equal("branch-key-rollback", refusal.Rule);
    }

    [Fact]
    public async Task S20_The_newer_version_serves_to_the_end_of_its_time_when_an_older_one_was_put_back()
    {
        var old = _loader.Active;
        (await ActiveAsync()).Dispose();
        _time.Advance(s_timeToLive);
        var newer = _loader.Rotate(CountingLoader.Created.AddDays(1));
        (await ActiveAsync()).Dispose();
        _loader.PutBack(old);
        _time.Advance(s_timeToLive * 0.9);

        Assert.Equal(newer, await ActiveVersionAsync());
        await Until.TrueAsync(() => Task.FromResult(_loader.ActiveCalls == 3));
        Assert.Equal(newer, await ActiveVersionAsync());
        _time.Advance(s_timeToLive * 0.1);
        Assert.Equal("branch-key-rollback", (await Assert.ThrowsAsync<KeyUnavailableException>(ActiveAsync)).Rule);
    }

    [Fact]
    public async Task S22_A_key_that_nobody_asks_for_any_more_is_zeroed_when_its_time_is_over()
    {
        var key = await KeyInMemoryAsync();
        Assert.NotEqual(new byte[32], key());

        _time.Advance(s_timeToLive * 1.25);

        Assert.Equal(new byte[32], key());
    }

    [Fact]
    public async Task S22_A_key_in_use_stays_whole_when_the_cache_is_disposed_and_is_zeroed_behind_it()
    {
        var lease = await ActiveAsync();
        var expected = CountingLoader.KeyOf("id", lease.Version);

        _cache.Dispose();

        Assert.Equal(expected, lease.Key.ToArray());
        await Assert.ThrowsAsync<ObjectDisposedException>(ActiveAsync);
        lease.Dispose();
    }

    [Fact]
    public async Task Warming_up_loads_each_key_once()
    {
        await _cache.WarmUpAsync(["a", "b"]);
        (await _cache.GetActiveAsync("a", CancellationToken.None)).Dispose();
        (await _cache.GetActiveAsync("b", CancellationToken.None)).Dispose();

        Assert.Equal(2, _loader.Calls);
    }

    [Fact]
    public void Options_out_of_range_are_refused()
    {
        Assert.Equal("branch-key-cache", Assert.Throws<ModelConfigurationException>(() => Cache(options => options.TimeToLive = TimeSpan.FromDays(2))).Rule);
        Assert.Equal("branch-key-cache", Assert.Throws<ModelConfigurationException>(() => Cache(options => options.TimeToLive = TimeSpan.Zero)).Rule);
        Assert.Equal("branch-key-cache", Assert.Throws<ModelConfigurationException>(() => Cache(options => options.Capacity = 0)).Rule);
    }

    private static KeyUnavailableException Unreachable()
        => new("kms-unreachable", "Not reached.", [new("kms:Decrypt", "arn", "no answer in time")], null);

    private BranchKeyCache Cache(Action<BranchKeyCacheOptions>? configure = null)
    {
        var options = new BranchKeyCacheOptions { TimeProvider = _time, TimeToLive = s_timeToLive };
        configure?.Invoke(options);
        return new BranchKeyCache(_loader, options, loggers: null);
    }

    private Task<BranchKeyLease> ActiveAsync() => _cache.GetActiveAsync("id", CancellationToken.None).AsTask();

    private async Task<Guid> ActiveVersionAsync()
    {
        using var lease = await ActiveAsync();
        return lease.Version;
    }

    private async Task<bool> IsCurrentAsync(BranchKey given)
    {
        using var lease = await ActiveAsync();
        using var expected = given.TryLease();
        return expected is not null && lease.Key.Overlaps(expected.Key);
    }

    // The cache's own memory, which is looked at when nobody holds the key any more.
    private async Task<Func<byte[]>> KeyInMemoryAsync()
    {
        using var lease = await ActiveAsync();
        return LeasedMemory.Watch(lease);
    }
}
