namespace Encrypted.Mapper.Keys;

/// <summary>Zeroes expired keys from time to time. It doesn't keep a cache alive that was forgotten instead of disposed.</summary>
internal sealed class ExpiryTimer : IDisposable
{
    private static readonly TimeSpan s_shortestPeriod = TimeSpan.FromSeconds(1);

    private readonly WeakReference<BranchKeyCache> _cache;
    private readonly ITimer _timer;

    public ExpiryTimer(BranchKeyCache cache, CacheClock clock)
    {
        _cache = new(cache);

        // Keys thus live on unused for at most a quarter of their lifetime, or a second.
        var period = clock.TimeToLive / 4 > s_shortestPeriod ? clock.TimeToLive / 4 : s_shortestPeriod;
        using (ExecutionContext.SuppressFlow())
        {
            _timer = clock.Time.CreateTimer(static state => ((ExpiryTimer)state!).RemoveExpired(), this, period, period);
        }
    }

    public void Dispose() => _timer.Dispose();

    private void RemoveExpired()
    {
        if (_cache.TryGetTarget(out var cache))
        {
            cache.RemoveExpired();
        }
        else
        {
            Dispose();
        }
    }
}
