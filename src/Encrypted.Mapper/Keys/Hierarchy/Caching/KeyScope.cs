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
                if (_clock.IsDueForRefresh(key.Start) && !_pending.ContainsKey(id) && _failures.Current(id) is null)
                {
                    isRefresh = true;
                    Start(id, isRefresh: true);
                }
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
        Count(isHit: lease is not null, isRefresh);
        return lease is not null ? new(lease) : pending?.WaitAsync(cancellationToken) ?? ValueTask.FromException<BranchKeyLease?>(failure!.Copy());
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
            var materials = await LimitedLoadAsync(id, start, stop).ConfigureAwait(false);
            pending.Complete(Keep(id, materials, start));
        }
        catch (Exception error)
        {
            var failure = stop.IsCancellationRequested ? new ObjectDisposedException(nameof(BranchKeyCache)) : Typed(error);
            lock (_gate)
            {
                _pending.Remove(id);
                if (failure is KeyUnavailableException unavailable)
                {
                    _failures.Remember(id, unavailable);
                }
            }

            try
            {
                _instruments.Failed((failure as EncryptedDynamoException)?.Rule ?? failure.GetType().Name, isRefresh);
            }
            finally
            {
                // Also if a logger throws: somebody waits.
                pending.Fail(failure);
            }
        }
    }

    private async Task<BranchKeyMaterials?> LimitedLoadAsync(TKey id, CacheClock.Moment start, CancellationToken stop)
    {
        using var limit = new CancellationTokenSource(s_loadLimit, _clock.Time);
        using var end = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, stop);
        var load = _load(id, start, end.Token);
        try
        {
            return await load.WaitAsync(end.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (end.IsCancellationRequested)
        {
            // A client that doesn't heed its cancellation may answer yet.
            _ = DisposeLateAsync(load);
            throw KeyStoreErrors.TimedOut();
        }
    }

    private static async Task DisposeLateAsync(Task<BranchKeyMaterials?> load)
    {
        try
        {
            (await load.ConfigureAwait(false))?.Dispose();
        }
        catch (Exception)
        {
            // Nobody waits for this load any more; its failure was told as a timeout.
        }
    }

    /// <summary>Takes over what was loaded, and gives a lease for those who wait.</summary>
    private BranchKeyLease? Keep(TKey id, BranchKeyMaterials? materials, CacheClock.Moment start)
    {
        lock (_gate)
        {
            var lease = materials?.Key.Lease();
            _pending.Remove(id);
            _failures.Forget(id);
            if (materials is null)
            {
                // The key store is certain that it is gone.
                if (_keys.TryGetValue(id, out var gone))
                {
                    Remove(gone);
                }
            }
            else if (_disposed)
            {
                materials.Dispose();
            }
            else
            {
                Insert(id, materials.Key, start);
            }

            return lease;
        }
    }

    // What the key store doesn't foresee (a client of the application's own, say) is spaced and copied like all other failures.
    private static Exception Typed(Exception error) => error switch
    {
        EncryptedDynamoException => error,
        OperationCanceledException => KeyStoreErrors.TimedOut(),
        _ => new KeyUnavailableException("A branch key could not be loaded (rule key-unavailable).", error),
    };

    private void Count(bool isHit, bool isRefresh)
    {
        if (isHit)
        {
            _instruments.Hit();
        }
        else
        {
            _instruments.Miss();
        }

        if (isRefresh)
        {
            _instruments.Refresh();
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
