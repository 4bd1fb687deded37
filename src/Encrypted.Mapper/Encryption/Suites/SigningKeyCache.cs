namespace Encrypted.Mapper.Encryption.Suites;

/// <summary>
/// Lends signing pairs to items, one item at a time, and takes them back for a bounded number of items and a bounded time
/// (ADR-0003). A pair serves one scope alone. Without reuse, and without a scope, every item gets a pair of its own.
/// </summary>
/// <remarks>
/// A pair's time is over as soon as either clock says so: the monotonic one may have stood still while the process was
/// frozen, and the wall clock may have been set.
/// </remarks>
internal sealed class SigningKeyCache(bool reuse, TimeProvider time)
{
    public const int MaxItems = 1_000;
    public const int MaxIdle = 64;
    public static readonly TimeSpan MaxAge = TimeSpan.FromMinutes(5);

    private readonly object _gate = new();
    private readonly List<SigningKeyPair> _idle = [];
    private ITimer? _timer;
    private bool _closed;

    /// <summary>Gives a pair that nobody else uses meanwhile.</summary>
    public SigningKeyPair Rent(string? scope)
    {
        if (scope is null || !reuse)
        {
            return new SigningKeyPair(scope, time);
        }

        lock (_gate)
        {
            for (var i = _idle.Count - 1; i >= 0; i--)
            {
                var pair = _idle[i];
                if (!string.Equals(pair.Scope, scope, StringComparison.Ordinal))
                {
                    continue;
                }

                _idle.RemoveAt(i);
                if (IsLive(pair))
                {
                    return pair;
                }

                pair.Dispose();
            }
        }

        return new SigningKeyPair(scope, time);
    }

    public void Return(SigningKeyPair pair)
    {
        pair.Items++;
        lock (_gate)
        {
            if (reuse && !_closed && pair.Scope is not null && IsLive(pair) && _idle.Count < MaxIdle)
            {
                _idle.Add(pair);
                _timer ??= time.CreateTimer(static state => ((SigningKeyCache)state!).Retire(), this, MaxAge, Timeout.InfiniteTimeSpan);
                return;
            }
        }

        pair.Dispose();
    }

    /// <summary>Disposes the pairs that wait for the next item; one that is lent is disposed when it comes back.</summary>
    public void Close()
    {
        lock (_gate)
        {
            _closed = true;
            _timer?.Dispose();
            _timer = null;
            _idle.ForEach(static pair => pair.Dispose());
            _idle.Clear();
        }
    }

    private bool IsLive(SigningKeyPair pair)
        => pair.Items < MaxItems
        && time.GetElapsedTime(pair.CreatedAt) < MaxAge
        && (time.GetUtcNow() - pair.CreatedUtc).Duration() < MaxAge;

    private void Retire()
    {
        lock (_gate)
        {
            for (var i = _idle.Count - 1; i >= 0; i--)
            {
                if (!IsLive(_idle[i]))
                {
                    _idle[i].Dispose();
                    _idle.RemoveAt(i);
                }
            }

            _timer?.Dispose();
            _timer = _idle.Count == 0
                ? null
                : time.CreateTimer(static state => ((SigningKeyCache)state!).Retire(), this, TimeUntilNext(), Timeout.InfiniteTimeSpan);
        }
    }

    private TimeSpan TimeUntilNext()
    {
        var next = MaxAge;
        foreach (var pair in _idle)
        {
            var left = MaxAge - time.GetElapsedTime(pair.CreatedAt);
            next = left < next ? left : next;
        }

        return next > TimeSpan.FromSeconds(1) ? next : TimeSpan.FromSeconds(1);
    }
}
