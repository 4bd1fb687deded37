namespace Encrypted.Mapper.Encryption.Suites;

/// <summary>
/// Keeps parsed verification keys of items that verified, by their exact bytes, since decompressing and importing a point
/// costs as much as verifying with it. It saves parsing and nothing else: a key found here makes no item trusted.
/// </summary>
internal sealed class VerificationKeyCache
{
    public const int Capacity = 64;

    /// <summary>How many copies of one key are kept for those who verify at once: a page of items by one writer must not evict all others.</summary>
    public const int MaxCopies = 8;

    private readonly object _gate = new();

    // The least recently used first. Few enough for a scan to cost nothing beside a verification.
    private readonly List<VerificationKey> _keys = new(Capacity);

    public int Count
    {
        get
        {
            lock (_gate)
            {
                return _keys.Count;
            }
        }
    }

    /// <summary>Gives a key that nobody else uses meanwhile, or null if the bytes are no point of the curve.</summary>
    public VerificationKey? Rent(ReadOnlySpan<byte> encoded)
    {
        lock (_gate)
        {
            for (var i = _keys.Count - 1; i >= 0; i--)
            {
                if (PublicBytes.Equal(_keys[i].Encoded, encoded))
                {
                    var key = _keys[i];
                    _keys.RemoveAt(i);
                    return key;
                }
            }
        }

        return VerificationKey.TryParse(encoded);
    }

    /// <summary>Keeps a key that an item was verified with.</summary>
    public void Return(VerificationKey key)
    {
        VerificationKey? evicted = null;
        lock (_gate)
        {
            if (CopiesOf(key) == MaxCopies)
            {
                evicted = key;
            }
            else
            {
                if (_keys.Count == Capacity)
                {
                    evicted = _keys[0];
                    _keys.RemoveAt(0);
                }

                _keys.Add(key);
            }
        }

        evicted?.Dispose();
    }

    private int CopiesOf(VerificationKey key)
    {
        var copies = 0;
        foreach (var kept in _keys)
        {
            copies += PublicBytes.Equal(kept.Encoded, key.Encoded) ? 1 : 0;
        }

        return copies;
    }
}
