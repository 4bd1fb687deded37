namespace Encrypted.Mapper.Keys;

/// <summary>
/// Remembers failed loads for a pause that grows with each: 1 second, doubled up to 30 seconds or a quarter of the keys' lifetime.
/// Bounded, and apart from the keys: ids that hostile items name can't push keys out. Used under its owner's lock.
/// </summary>
internal sealed class FailureMemory<TKey>(CacheClock clock)
    where TKey : notnull
{
    private const int Capacity = 1_000;
    private static readonly TimeSpan s_firstPause = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan s_longestPause = TimeSpan.FromSeconds(30);

    private readonly RecencyMap<TKey, Failure> _failures = new(Capacity);

    /// <summary>The failure whose pause isn't over.</summary>
    public KeyUnavailableException? Current(TKey id)
        => _failures.TryPeek(id, out var failure) && !clock.HasPassed(failure.Start, failure.Pause) ? failure.Error : null;

    public void Remember(TKey id, KeyUnavailableException error)
    {
        var longest = clock.TimeToLive / 4 < s_longestPause ? clock.TimeToLive / 4 : s_longestPause;

        // One that was long ago is another outage.
        var pause = _failures.Remove(id, out var last) && !clock.HasPassed(last.Start, last.Pause + longest) ? last.Pause * 2 : s_firstPause;
        _failures.Add(id, new Failure(error, clock.Now(), pause < longest ? pause : longest), out _);
    }

    public void Forget(TKey id) => _failures.Remove(id, out _);

    private sealed record Failure(KeyUnavailableException Error, CacheClock.Moment Start, TimeSpan Pause);
}
