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
        _pairs[Count++] = new Pair(start, keyLength, value.Length);
        return true;
    }

    public bool TryGetValue(ReadOnlySpan<byte> key, out ReadOnlySpan<byte> value)
    {
        for (var i = 0; i < Count; i++)
        {
            if (PublicBytes.Equal(Key(_pairs[i]), key))
            {
                value = Value(_pairs[i]);
                return true;
            }
        }

        value = default;
        return false;
    }

    /// <summary>Serialises the pairs. Returns null if a key occurs twice.</summary>
    public EncryptionContext? Build()
    {
        var pairs = _pairs.AsSpan(0, Count);
        pairs.Sort((left, right) => Key(left).SequenceCompareTo(Key(right)));
        using var serialised = new ScratchBuffer(_bytes.Length + (Count * 2 * sizeof(ushort)) + sizeof(ushort));
        serialised.WriteUInt16(Count);
        for (var i = 0; i < pairs.Length; i++)
        {
            if (i > 0 && PublicBytes.Equal(Key(pairs[i - 1]), Key(pairs[i])))
            {
                return null;
            }

            serialised.WriteUInt16(pairs[i].KeyLength);
            serialised.Write(Key(pairs[i]));
            serialised.WriteUInt16(pairs[i].ValueLength);
            serialised.Write(Value(pairs[i]));
        }

        return new EncryptionContext(serialised.Written.ToArray());
    }

    public void Dispose()
    {
        _bytes.Dispose();
        ArrayPool<Pair>.Shared.Return(_pairs);
        _pairs = [];
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

    private readonly record struct Pair(int Start, int KeyLength, int ValueLength);
}
