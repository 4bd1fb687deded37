using Encrypted.Mapper.Keys;
using Xunit;

namespace Encrypted.Mapper.Tests.Keys.Hierarchy;

/// <summary>What a branch key cache makes of failures that the key store doesn't foresee.</summary>
public sealed class BranchKeyCacheFailureTests : IDisposable
{
    private static readonly TimeSpan s_timeToLive = TimeSpan.FromMinutes(5);

    private readonly CountingLoader _loader = new();
    private readonly TwoClocks _time = new();
    private readonly BranchKeyCache _cache;

    public BranchKeyCacheFailureTests()
    {
        _loader.Rotate(CountingLoader.Created);
        _cache = new(_loader, new BranchKeyCacheOptions { TimeProvider = _time, TimeToLive = s_timeToLive }, loggers: null);
    }

    public void Dispose() => _cache.Dispose();

    [Fact]
    public async Task An_unforeseen_failure_is_typed_remembered_and_an_object_of_its_own_for_each_caller()
    {
        var cause = new InvalidOperationException("unforeseen");
        _loader.Failure = () => cause;

        var first = await Assert.ThrowsAsync<KeyUnavailableException>(ActiveAsync);
        var second = await Assert.ThrowsAsync<KeyUnavailableException>(ActiveAsync);

        Assert.Equal("key-unavailable", first.Rule);
        Assert.Same(cause, first.InnerException);
        Assert.Same(cause, second.InnerException);
        Assert.NotSame(first, second);
        Assert.Equal(first.Message, second.Message);
        Assert.Equal(1, _loader.Calls);
    }

    [Fact]
    public async Task A_version_that_the_key_store_no_longer_has_ends_with_its_refresh()
    {
        var version = _loader.Active;
        (await VersionAsync(version))!.Dispose();
        _loader.Forget(version);
        _time.Advance(s_timeToLive * 0.9);

        using (var current = await VersionAsync(version))
        {
            Assert.NotNull(current);
        }

        await Until.TrueAsync(async () =>
        {
            using var lease = await VersionAsync(version);
            return lease is null;
        });
    }

    [Fact]
    public async Task A_client_that_does_not_heed_its_cancellation_holds_nobody_up_and_its_late_key_is_zeroed()
    {
        var started = new TaskCompletionSource();
        var answer = new TaskCompletionSource();
        _loader.Delay = _ =>
        {
            started.TrySetResult();
            return answer.Task;
        };
        var call = VersionAsync(_loader.Active);
        await started.Task;

        _time.Advance(TimeSpan.FromSeconds(31));

        Assert.Equal("branch-key-timeout", (await Assert.ThrowsAsync<KeyUnavailableException>(() => call)).Rule);
        answer.SetResult();
        await Until.TrueAsync(() => Task.FromResult(_loader.Given is { } late && late.TryLease() is null));
    }

    [Fact]
    public async Task A_call_that_the_limit_ended_is_named_in_the_failure()
    {
        var started = new TaskCompletionSource();
        var failure = new KeyUnavailableException("kms-unreachable", "Not reached.", [new("kms:Decrypt", "arn", "no answer in time")], null);
        _loader.Delay = async token =>
        {
            started.TrySetResult();
            try
            {
                await Task.Delay(Timeout.InfiniteTimeSpan, token);
            }
            catch (OperationCanceledException error)
            {
                throw new InterruptedCallException(failure, error, token);
            }
        };
        var call = ActiveAsync();
        await started.Task;

        _time.Advance(TimeSpan.FromSeconds(30));

        var error = await Assert.ThrowsAsync<KeyUnavailableException>(() => call);
        Assert.Equal("kms-unreachable", error.Rule);
        Assert.Equal(failure.Attempts, error.Attempts);
    }

    [Fact]
    public async Task An_active_version_that_came_too_late_was_never_seen()
    {
        var current = _loader.Active;
        var started = new TaskCompletionSource();
        var answer = new TaskCompletionSource();
        _loader.Delay = _ =>
        {
            started.TrySetResult();
            return answer.Task;
        };
        _loader.Rotate(CountingLoader.Created.AddDays(1));
        var call = ActiveAsync();
        await started.Task;
        _time.Advance(TimeSpan.FromSeconds(31));
        await Assert.ThrowsAsync<KeyUnavailableException>(() => call);
        answer.SetResult();
        await Until.TrueAsync(() => Task.FromResult(_loader.Given is { } late && late.TryLease() is null));

        _loader.PutBack(current);
        _time.Advance(TimeSpan.FromSeconds(1));

        using var lease = await ActiveAsync();
        Assert.Equal(current, lease.Version);
    }

    [Fact]
    public async Task A_cache_that_is_disposed_names_itself()
    {
        _cache.Dispose();

        var error = await Assert.ThrowsAsync<ObjectDisposedException>(ActiveAsync);
        Assert.Equal(typeof(BranchKeyCache).FullName, error.ObjectName);
    }

    private Task<BranchKeyLease> ActiveAsync() => _cache.GetActiveAsync("id", CancellationToken.None).AsTask();

    private Task<BranchKeyLease?> VersionAsync(Guid version) => _cache.GetVersionAsync("id", version, CancellationToken.None).AsTask();
}
