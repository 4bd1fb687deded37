using System.Buffers;
using Encrypted.Mapper.Encryption;

namespace Encrypted.Mapper.Keys;

/// <summary>Collects the pairs of an encryption context and serialises them in key order (wire format, section 5.1).</summary>
internal sealed class EncryptionContextBuilder : IDisposable
{
    private const int MaxPairs = ushort.MaxValue - 1;

    private readonly ScratchBuffer _bytes = new();
    private Pair[] _pairs = ArrayPool<Pair>.Shared.Rent(8);

    public int Count { get; private set; }

    /// <summary>Adds a pair. Returns false if key or value is too long, or there are too many pairs.</summary>
    public bool TryAdd(ReadOnlySpan<byte> key, ReadOnlySpan<byte> value) => TryAdd(key, [], value);

    /// <summary>Adds a pair whose key is given in two parts.</summary>
    public bool TryAdd(ReadOnlySpan<byte> keyPrefix, ReadOnlySpan<byte> keyRest, ReadOnlySpan<byte> value)
        => TryAdd(keyPrefix, keyRest, value, needsTwin: false);

    /// <summary>
    /// Adds a pair that a stored header brings. It must not contradict what the item itself says (keyrings, section 12.2),
    /// and where the format derives a pair from the item, it must say the same: else a header could show a reader another
    /// item than the one that is signed, another tenant's say. The verification key alone comes from the header.
    /// </summary>
    public bool TryAddStored(ReadOnlySpan<byte> key, ReadOnlySpan<byte> value)
        => TryAdd(key, [], value, needsTwin: key.StartsWith(ContextKeys.ReservedPrefix) && !PublicBytes.Equal(key, ContextKeys.PublicKey));

    private bool TryAdd(ReadOnlySpan<byte> keyPrefix, ReadOnlySpan<byte> keyRest, ReadOnlySpan<byte> value, bool needsTwin)
    {
        var keyLength = keyPrefix.Length + keyRest.Length;
        if (keyLength > ushort.MaxValue || value.Length > ushort.MaxValue || Count == MaxPairs)
        {
            return false;
        }

        if (Count == _pairs.Length)
        {
            Grow();
        }

        var start = _bytes.Length;
        _bytes.Write(keyPrefix);
        _bytes.Write(keyRest);
        _bytes.Write(value);
        _pairs[Count++] = new Pair(start, keyLength, value.Length, needsTwin);
        return true;
    }

    /// <summary>Serialises the pairs, each once. Returns null if a key occurs with two values, or a stored pair lacks its twin.</summary>
    public EncryptionContext? Build()
    {
        var pairs = _pairs.AsSpan(0, Count);
        pairs.Sort((left, right) => Key(left).SequenceCompareTo(Key(right)));
        var distinct = 0;
        for (var i = 0; i < pairs.Length; i++)
        {
            if (distinct > 0 && PublicBytes.Equal(Key(pairs[distinct - 1]), Key(pairs[i])))
            {
                if (!PublicBytes.Equal(Value(pairs[distinct - 1]), Value(pairs[i])))
                {
                    return null;
                }

                pairs[distinct - 1] = pairs[i] with { NeedsTwin = pairs[distinct - 1].NeedsTwin && pairs[i].NeedsTwin };
                continue;
            }

            pairs[distinct++] = pairs[i];
        }

        foreach (var pair in pairs[..distinct])
        {
            if (pair.NeedsTwin)
            {
                return null;
            }
        }

        return Serialise(pairs[..distinct]);
    }

    public void Dispose()
    {
        _bytes.Dispose();
        ArrayPool<Pair>.Shared.Return(_pairs);
        _pairs = [];
    }

    private EncryptionContext Serialise(ReadOnlySpan<Pair> pairs)
    {
        using var serialised = new ScratchBuffer(_bytes.Length + (pairs.Length * 2 * sizeof(ushort)) + sizeof(ushort));
        serialised.WriteUInt16(pairs.Length);
        foreach (var pair in pairs)
        {
            serialised.WriteUInt16(pair.KeyLength);
            serialised.Write(Key(pair));
            serialised.WriteUInt16(pair.ValueLength);
            serialised.Write(Value(pair));
        }

        return new EncryptionContext(serialised.Written.ToArray());
    }

    private Span<byte> Key(Pair pair) => _bytes.Slice(pair.Start, pair.KeyLength);

    private Span<byte> Value(Pair pair) => _bytes.Slice(pair.Start + pair.KeyLength, pair.ValueLength);

    private void Grow()
    {
        var larger = ArrayPool<Pair>.Shared.Rent(_pairs.Length * 2);
        _pairs.AsSpan(0, Count).CopyTo(larger);
        ArrayPool<Pair>.Shared.Return(_pairs);
        _pairs = larger;
    }

    private readonly record struct Pair(int Start, int KeyLength, int ValueLength, bool NeedsTwin);
}
