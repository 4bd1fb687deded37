using Encrypted.Mapper.Telemetry;

namespace Encrypted.Mapper.Keys;

/// <summary>
/// The keys of one scope, active ones or versions: least recently used go first, each is loaded once however many ask for it, and
/// again before its lifetime ends. Thread-safe.
/// </summary>
internal sealed class KeyScope<TKey> : IDisposable
    where TKey : notnull
{
    private static readonly TimeSpan s_loadLimit = TimeSpan.FromSeconds(30);

    private readonly object _gate = new();
    private readonly Dictionary<TKey, LinkedListNode<CachedKey<TKey>>> _keys = [];
    private readonly LinkedList<CachedKey<TKey>> _order = new();
    private readonly Dictionary<TKey, PendingLoad> _pending = [];
    private readonly FailureMemory<TKey> _failures;
    private readonly CancellationTokenSource _stop = new();
    private readonly CacheClock _clock;
    private readonly int _capacity;
    private readonly BranchKeyInstruments _instruments;
    private readonly Func<TKey, CacheClock.Moment, CancellationToken, Task<BranchKeyMaterials?>> _load;
    private bool _disposed;

    /// <param name="clock">Tells how long keys live.</param>
    /// <param name="capacity">How many keys are kept.</param>
    /// <param name="instruments">Counts.</param>
    /// <param name="load">Loads and checks a key, given since when the answer counts. Null if there is none.</param>
    public KeyScope(CacheClock clock, int capacity, BranchKeyInstruments instruments, Func<TKey, CacheClock.Moment, CancellationToken, Task<BranchKeyMaterials?>> load)
    {
        _clock = clock;
        _capacity = capacity;
        _instruments = instruments;
        _load = load;
        _failures = new(clock);
    }

    /// <exception cref="KeyUnavailableException">The key can't be had, or couldn't a moment ago.</exception>
    public ValueTask<BranchKeyLease?> GetAsync(TKey id, CancellationToken cancellationToken)
    {
        PendingLoad pending;
        lock (_gate)
        {
            ObjectDisposedException.ThrowIf(_disposed, this);
            if (Find(id) is { } key)
            {
                _instruments.Hit();
                if (_clock.IsDueForRefresh(key.Start) && !_pending.ContainsKey(id) && _failures.Current(id) is null)
                {
                    _instruments.Refresh();
                    Start(id, isRefresh: true);
                }

                return new(key.Key.Lease());
            }

            _instruments.Miss();
            if (_failures.Current(id) is { } failure)
            {
                throw failure.Copy();
            }

            pending = _pending.TryGetValue(id, out var current) ? current : Start(id, isRefresh: false);
            pending.Join();
        }

        return pending.WaitAsync(cancellationToken);
    }

    /// <summary>Adds a key that was loaded otherwise. The scope owns it.</summary>
    public void Add(TKey id, BranchKey key, CacheClock.Moment start)
    {
        lock (_gate)
        {
            if (_disposed)
            {
                key.Dispose();
                return;
            }

            Insert(id, key, start);
        }
    }

    /// <summary>Zeroes the keys whose lifetime is over, which nobody may ask for any more.</summary>
    public void RemoveExpired()
    {
        lock (_gate)
        {
            for (var node = _order.First; node is not null;)
            {
                var next = node.Next;
                if (_clock.IsOver(node.Value.Start))
                {
                    Remove(node);
                }

                node = next;
            }
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
            while (_order.First is { } node)
            {
                Remove(node);
            }
        }

        _stop.Cancel();
        _stop.Dispose();
    }

    private CachedKey<TKey>? Find(TKey id)
    {
        if (!_keys.TryGetValue(id, out var node))
        {
            return null;
        }

        if (_clock.IsOver(node.Value.Start))
        {
            Remove(node);
            return null;
        }

        if (node != _order.First)
        {
            _order.Remove(node);
            _order.AddFirst(node);
        }

        return node.Value;
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
        var start = _clock.Now();
        try
        {
            using var limit = new CancellationTokenSource(s_loadLimit, _clock.Time);
            using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, stop);
            var materials = await _load(id, start, either.Token).ConfigureAwait(false);
            BranchKeyLease? lease;
            lock (_gate)
            {
                _pending.Remove(id);
                _failures.Forget(id);
                lease = materials?.Key.Lease();
                if (materials is not null && !_disposed)
                {
                    Insert(id, materials.Key, start);
                }
                else
                {
                    materials?.Dispose();
                }
            }

            pending.Complete(lease);
        }
        catch (Exception caught)
        {
            // Its own limit is the only thing that cancels a load, but for the cache's end.
            var error = caught is OperationCanceledException && !stop.IsCancellationRequested ? KeyStoreErrors.TimedOut() : caught;
            lock (_gate)
            {
                _pending.Remove(id);
                if (error is KeyUnavailableException unavailable)
                {
                    _failures.Remember(id, unavailable);
                }
            }

            _instruments.Failed((error as EncryptedDynamoException)?.Rule ?? error.GetType().Name, isRefresh);
            pending.Fail(stop.IsCancellationRequested ? new ObjectDisposedException(nameof(BranchKeyCache)) : error);
        }
    }

    private void Insert(TKey id, BranchKey key, CacheClock.Moment start)
    {
        if (_keys.TryGetValue(id, out var old))
        {
            Remove(old);
        }

        _keys[id] = _order.AddFirst(new CachedKey<TKey>(id, key, start));
        if (_order.Count > _capacity)
        {
            Remove(_order.Last!);
            _instruments.Evicted();
        }
    }

    private void Remove(LinkedListNode<CachedKey<TKey>> node)
    {
        _order.Remove(node);
        _keys.Remove(node.Value.Id);
        node.Value.Key.Dispose();
    }
}
