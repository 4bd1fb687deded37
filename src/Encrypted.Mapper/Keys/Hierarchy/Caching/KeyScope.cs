using Encrypted.Mapper.Telemetry;

namespace Encrypted.Mapper.Keys;

/// <summary>
/// The keys of one scope, active ones or versions: least recently used go first, each is loaded once however many ask for it, and
/// again before its lifetime ends. Thread-safe.
/// </summary>
/// <param name="clock">Tells how long keys live.</param>
/// <param name="capacity">How many keys are kept.</param>
/// <param name="instruments">Counts.</param>
/// <param name="load">Loads keys.</param>
internal sealed class KeyScope<TKey>(CacheClock clock, int capacity, BranchKeyInstruments instruments, IKeyLoad<TKey> load) : IDisposable
    where TKey : notnull
{
    // Keys that were loaded together come to their end together. What is beyond waits for the timer's next turn, or for somebody who asks.
    private const int MaxLoadsForRefresh = 64;

    private readonly object _gate = new();
    private readonly RecencyMap<TKey, CachedKey> _keys = new(capacity);
    private readonly Dictionary<TKey, PendingLoad> _pending = [];
    private readonly FailureMemory<TKey> _failures = new(clock);
    private readonly CancellationTokenSource _stop = new();
    private readonly LimitedLoad _limited = new(clock.Time);
    private readonly TimeSpan _refreshAfter = clock.TimeToLive * load.RefreshAt;
    private bool _disposed;

    /// <exception cref="KeyUnavailableException">The key can't be had, or couldn't a moment ago.</exception>
    public ValueTask<BranchKeyLease?> GetAsync(TKey id, CancellationToken cancellationToken)
    {
        BranchKeyLease? lease = null;
        PendingLoad? pending = null;
        KeyUnavailableException? failure = null;
        var isRefresh = false;
        lock (_gate)
        {
            ObjectDisposedException.ThrowIf(_disposed, typeof(BranchKeyCache));
            if (Find(id) is { } key)
            {
                lease = key.Key.Lease();
                key.IsUsed = true;
                isRefresh = TryRefresh(id, key);
            }
            else if (_pending.TryGetValue(id, out pending))
            {
                pending.Join();
            }
            else if ((failure = _failures.Current(id)) is null)
            {
                pending = Start(id, isRefresh: false);
                pending.Join();
            }
        }

        // Outside the lock: whoever listens to the meters is foreign code.
        instruments.Asked(isHit: lease is not null);
        if (isRefresh)
        {
            instruments.Refreshed();
        }

        return lease is not null ? new(lease) : pending?.WaitAsync(cancellationToken) ?? ValueTask.FromException<BranchKeyLease?>(failure!.Copy());
    }

    /// <summary>Adds a key that was loaded otherwise. The scope owns it.</summary>
    public void Add(TKey id, BranchKey key, CacheClock.Moment start)
    {
        bool isEvicted;
        lock (_gate)
        {
            isEvicted = Insert(id, key, start);
        }

        CountEviction(isEvicted);
    }

    /// <summary>Zeroes the keys whose lifetime is over, which nobody may ask for any more, and refreshes those that are used and near it.</summary>
    public void Tend()
    {
        var refreshes = 0;
        lock (_gate)
        {
            if (_disposed)
            {
                return;
            }

            _keys.RemoveWhere(key => clock.IsOver(key.Start)).ForEach(static key => key.Key.Dispose());
            foreach (var (id, key) in _keys.Entries)
            {
                if (_pending.Count < MaxLoadsForRefresh && key.IsUsed && TryRefresh(id, key))
                {
                    refreshes++;
                }
            }
        }

        for (; refreshes > 0; refreshes--)
        {
            instruments.Refreshed();
        }
    }

    public void Dispose()
    {
        lock (_gate)
        {
            if (_disposed)
            {
                return;
            }

            _disposed = true;
            _keys.RemoveWhere(static _ => true).ForEach(static key => key.Key.Dispose());
        }

        _stop.Cancel();
        _stop.Dispose();
    }

    private CachedKey? Find(TKey id)
    {
        if (!_keys.TryUse(id, out var key))
        {
            return null;
        }

        if (!clock.IsOver(key.Start))
        {
            return key;
        }

        Remove(id);
        return null;
    }

    private bool TryRefresh(TKey id, CachedKey key)
    {
        if (!clock.HasPassed(key.Start, _refreshAfter) || _pending.ContainsKey(id) || _failures.Current(id) is not null)
        {
            return false;
        }

        Start(id, isRefresh: true);
        return true;
    }

    private PendingLoad Start(TKey id, bool isRefresh)
    {
        var pending = new PendingLoad();
        _pending[id] = pending;
        var stop = _stop.Token;
        _ = Task.Run(() => LoadAsync(id, pending, isRefresh, stop), CancellationToken.None);
        return pending;
    }

    // Without the callers' cancellation: whoever is left gets the key, and it is there for the next.
    private async Task LoadAsync(TKey id, PendingLoad pending, bool isRefresh, CancellationToken stop)
    {
        // Since before the answer: access may be taken away while it is under way.
        var start = clock.Now();
        BranchKeyMaterials? materials = null;
        try
        {
            materials = await _limited.RunAsync(token => load.LoadAsync(id, token), stop).ConfigureAwait(false);
            if (materials is not null)
            {
                load.Accept(id, materials, start);
            }
        }
        catch (Exception error)
        {
            materials?.Dispose();
            Fail(id, error);
            instruments.Failed((error as EncryptedDynamoException)?.Rule ?? error.GetType().Name, isRefresh);
            pending.Fail(error);
            return;
        }

        pending.Complete(Keep(id, materials, start));
    }

    private void Fail(TKey id, Exception error)
    {
        lock (_gate)
        {
            _pending.Remove(id);
            if (error is KeyUnavailableException unavailable)
            {
                _failures.Remember(id, unavailable);
            }
        }
    }

    /// <summary>Takes over what was loaded, and gives a lease for those who wait.</summary>
    private BranchKeyLease? Keep(TKey id, BranchKeyMaterials? materials, CacheClock.Moment start)
    {
        BranchKeyLease? lease = null;
        var isEvicted = false;
        lock (_gate)
        {
            _pending.Remove(id);
            _failures.Forget(id);
            if (materials is null)
            {
                // The key store is certain that it is gone.
                Remove(id);
            }
            else
            {
                lease = materials.Key.Lease();
                isEvicted = Insert(id, materials.Key, start);
            }
        }

        CountEviction(isEvicted);
        return lease;
    }

    private void CountEviction(bool isEvicted)
    {
        if (isEvicted)
        {
            instruments.Evicted();
        }
    }

    private bool Insert(TKey id, BranchKey key, CacheClock.Moment start)
    {
        if (_disposed)
        {
            key.Dispose();
            return false;
        }

        Remove(id);
        var isEvicted = _keys.Add(id, new CachedKey(key, start), out var evicted);
        evicted?.Key.Dispose();
        return isEvicted;
    }

    private void Remove(TKey id)
    {
        if (_keys.Remove(id, out var key))
        {
            key.Key.Dispose();
        }
    }
}
