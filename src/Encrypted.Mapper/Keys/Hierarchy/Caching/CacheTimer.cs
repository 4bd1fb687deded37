namespace Encrypted.Mapper.Keys;

/// <summary>Has expired keys zeroed and used ones refreshed from time to time. It doesn't keep a cache alive that was forgotten instead of disposed.</summary>
internal sealed class CacheTimer : IDisposable
{
    private static readonly TimeSpan s_shortestPeriod = TimeSpan.FromSeconds(1);

    private readonly WeakReference<BranchKeyCache> _cache;
    private readonly ITimer _timer;

    public CacheTimer(BranchKeyCache cache, CacheClock clock)
    {
        _cache = new(cache);

        // At least once between the time for a refresh and the end. Keys thus live on unused for at most a tenth of their lifetime, or a second.
        var period = clock.TimeToLive / 10 > s_shortestPeriod ? clock.TimeToLive / 10 : s_shortestPeriod;
        using (ExecutionContext.SuppressFlow())
        {
            _timer = clock.Time.CreateTimer(static state => ((CacheTimer)state!).Tend(), this, period, period);
        }
    }

    public void Dispose() => _timer.Dispose();

    private void Tend()
    {
        if (_cache.TryGetTarget(out var cache))
        {
            cache.Tend();
        }
        else
        {
            Dispose();
        }
    }
}
