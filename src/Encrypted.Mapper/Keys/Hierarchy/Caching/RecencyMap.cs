using System.Diagnostics.CodeAnalysis;

namespace Encrypted.Mapper.Keys;

/// <summary>A map of bounded size, from which the least recently used goes first. Used under its owner's lock.</summary>
internal sealed class RecencyMap<TKey, TValue>(int capacity)
    where TKey : notnull
{
    private readonly Dictionary<TKey, LinkedListNode<(TKey Key, TValue Value)>> _nodes = [];
    private readonly LinkedList<(TKey Key, TValue Value)> _order = new();

    /// <summary>What is there, last used first. Not to be changed meanwhile.</summary>
    public IEnumerable<(TKey Key, TValue Value)> Entries => _order;

    /// <summary>Finds a value, and leaves it where it is in the order.</summary>
    public bool TryPeek(TKey key, [MaybeNullWhen(false)] out TValue value)
    {
        var found = _nodes.TryGetValue(key, out var node);
        value = found ? node!.Value.Value : default;
        return found;
    }

    /// <summary>Finds a value, which thereby is the last to go.</summary>
    public bool TryUse(TKey key, [MaybeNullWhen(false)] out TValue value)
    {
        if (!_nodes.TryGetValue(key, out var node))
        {
            value = default;
            return false;
        }

        if (node != _order.First)
        {
            _order.Remove(node);
            _order.AddFirst(node);
        }

        value = node.Value.Value;
        return true;
    }

    /// <summary>Adds a value whose key isn't there.</summary>
    /// <returns>Whether another one had to go for it.</returns>
    public bool Add(TKey key, TValue value, [MaybeNullWhen(false)] out TValue evicted)
    {
        _nodes.Add(key, _order.AddFirst((key, value)));
        if (_order.Count <= capacity)
        {
            evicted = default;
            return false;
        }

        var last = _order.Last!.Value;
        evicted = last.Value;
        return Remove(last.Key, out _);
    }

    public bool Remove(TKey key, [MaybeNullWhen(false)] out TValue value)
    {
        if (!_nodes.Remove(key, out var node))
        {
            value = default;
            return false;
        }

        _order.Remove(node);
        value = node.Value.Value;
        return true;
    }

    /// <summary>Takes out all values that something holds of.</summary>
    public List<TValue> RemoveWhere(Predicate<TValue> condition)
    {
        var removed = new List<TValue>();
        for (var node = _order.First; node is not null;)
        {
            var next = node.Next;
            if (condition(node.Value.Value))
            {
                removed.Add(node.Value.Value);
                Remove(node.Value.Key, out _);
            }

            node = next;
        }

        return removed;
    }
}
