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

    private readonly Dictionary<TKey, LinkedListNode<Failure>> _failures = [];
    private readonly LinkedList<Failure> _order = new();

    /// <summary>The failure whose pause isn't over.</summary>
    public KeyUnavailableException? Current(TKey id)
        => _failures.TryGetValue(id, out var node) && !clock.HasPassed(node.Value.Start, node.Value.Pause) ? node.Value.Error : null;

    public void Remember(TKey id, KeyUnavailableException error)
    {
        var longest = clock.TimeToLive / 4 < s_longestPause ? clock.TimeToLive / 4 : s_longestPause;

        // One that was long ago is another outage.
        var pause = _failures.TryGetValue(id, out var node) && !clock.HasPassed(node.Value.Start, node.Value.Pause + longest) ? node.Value.Pause * 2 : s_firstPause;
        Forget(id);
        _failures[id] = _order.AddFirst(new Failure(id, error, clock.Now(), pause < longest ? pause : longest));
        if (_order.Count > Capacity)
        {
            Forget(_order.Last!.Value.Id);
        }
    }

    public void Forget(TKey id)
    {
        if (_failures.Remove(id, out var node))
        {
            _order.Remove(node);
        }
    }

    private sealed record Failure(TKey Id, KeyUnavailableException Error, CacheClock.Moment Start, TimeSpan Pause);
}
