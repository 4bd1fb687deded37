using System.Buffers.Binary;
using Encrypted.Mapper.Encryption.Canonical;
using Encrypted.Mapper.Keys;

namespace Encrypted.Mapper.Encryption.Header;

/// <summary>Parses a header by the rules of wire format section 4.1. No length is trusted before it was held against what is left.</summary>
internal ref struct HeaderReader
{
    private const int FixedLength = ItemHeader.MessageIdStart + ItemHeader.MessageIdLength;

    private readonly byte[] _bytes;
    private readonly string _table;
    private int _position;

    private HeaderReader(byte[] bytes, string table)
    {
        _bytes = bytes;
        _table = table;
    }

    /// <exception cref="ItemVerificationException">The header is malformed.</exception>
    public static ItemHeader Read(byte[] bytes, string table) => new HeaderReader(bytes, table).Read();

    private ItemHeader Read()
    {
        if (_bytes.Length < FixedLength)
        {
            throw Malformed("it is shorter than its fixed fields");
        }

        if (_bytes[0] is not (1 or 2))
        {
            throw Malformed("its version is neither 1 nor 2");
        }

        if (_bytes[1] is not (0 or 1))
        {
            throw Malformed("its algorithm suite is unknown");
        }

        _position = FixedLength;
        var header = new ItemHeader
        {
            Bytes = _bytes,
            LegendRange = ReadLegend(),
            StoredContext = ReadContext(),
            EncryptedDataKeys = ReadEncryptedDataKeys(),
        };
        return _bytes.Length - _position == ItemHeader.CommitmentLength
            ? header
            : throw Malformed("what follows the encrypted data keys isn't exactly the commitment");
    }

    private Range ReadLegend()
    {
        var legend = TakeCounted();
        foreach (var symbol in _bytes.AsSpan(legend))
        {
            if (!LegendSymbol.IsKnown(symbol))
            {
                throw Malformed("its legend has an unknown symbol");
            }
        }

        return legend;
    }

    private List<(Range Key, Range Value)> ReadContext()
    {
        var count = ReadUInt16();
        if (count == ushort.MaxValue || count > Remaining / (2 * sizeof(ushort)))
        {
            throw Malformed("its encryption context has more pairs than fit");
        }

        var pairs = new List<(Range Key, Range Value)>(count);
        ReadOnlySpan<byte> previous = [];
        for (var i = 0; i < count; i++)
        {
            var key = TakeCounted();
            var value = TakeCounted();
            if (!Utf8Text.IsValid(_bytes.AsSpan(key)) || !Utf8Text.IsValid(_bytes.AsSpan(value)))
            {
                throw Malformed("its encryption context isn't UTF-8");
            }

            // Strictly ascending from the empty key, which therefore can't occur itself.
            if (previous.SequenceCompareTo(_bytes.AsSpan(key)) >= 0)
            {
                throw Malformed("the keys of its encryption context don't ascend");
            }

            previous = _bytes.AsSpan(key);
            pairs.Add((key, value));
        }

        return pairs;
    }

    private EncryptedDataKey[] ReadEncryptedDataKeys()
    {
        int count = _bytes[Take(1).Start.Value];
        if (count == 0 || count > Remaining / (3 * sizeof(ushort)))
        {
            throw Malformed("its count of encrypted data keys is 0 or more than fit");
        }

        var keys = new EncryptedDataKey[count];
        for (var i = 0; i < count; i++)
        {
            var providerId = TakeCounted();
            var providerInfo = TakeCounted();
            var ciphertext = TakeCounted();
            if (!Utf8Text.TryGetString(_bytes.AsSpan(providerId), out var provider))
            {
                throw Malformed("a key provider id isn't UTF-8");
            }

            keys[i] = new(provider, _bytes.AsMemory(providerInfo), _bytes.AsMemory(ciphertext));
        }

        return keys;
    }

    private readonly int Remaining => _bytes.Length - _position;

    private Range TakeCounted() => Take(ReadUInt16());

    private ushort ReadUInt16() => BinaryPrimitives.ReadUInt16BigEndian(_bytes.AsSpan(Take(sizeof(ushort))));

    private Range Take(int count)
    {
        if (count > Remaining)
        {
            throw Malformed("it ends within a field");
        }

        var start = _position;
        _position += count;
        return start.._position;
    }

    private readonly ItemVerificationException Malformed(string detail) => Error.HeaderMalformed(_table, detail);
}
