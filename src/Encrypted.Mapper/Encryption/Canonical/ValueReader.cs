using System.Buffers.Binary;
using Amazon.DynamoDBv2.Model;

namespace Encrypted.Mapper.Encryption.Canonical;

/// <summary>
/// Rebuilds an attribute value from its canonical bytes (wire format, section 7.2). The bytes are authenticated by then,
/// but were written by somebody else's program: each count and length is checked against what is left before anything is allocated.
/// </summary>
internal ref struct ValueReader
{
    private const int MaxDepth = 32;
    private const int MaxKeyBytes = ushort.MaxValue;

    private readonly ReadOnlySpan<byte> _bytes;
    private int _position;
    private bool _failed;

    private ValueReader(ReadOnlySpan<byte> bytes)
    {
        _bytes = bytes;
    }

    /// <summary>Reads a top-level value, or returns null if the bytes aren't a value of the type.</summary>
    public static AttributeValue? Read(ushort typeId, ReadOnlySpan<byte> bytes)
    {
        var reader = new ValueReader(bytes);
        var value = reader.ReadContent(typeId, bytes.Length, depth: 1);
        return reader._failed || reader._position != bytes.Length ? null : value;
    }

    private readonly int Remaining => _bytes.Length - _position;

    private AttributeValue? ReadContent(ushort typeId, int length, int depth)
    {
        if (depth > MaxDepth)
        {
            return Fail();
        }

        return (AttributeType)typeId switch
        {
            AttributeType.Null => length == 0 ? new AttributeValue { NULL = true } : Fail(),
            AttributeType.String => ReadText(length) is { } text ? new AttributeValue { S = text } : null,
            AttributeType.Number => ReadText(length) is { } text ? new AttributeValue { N = text } : null,
            AttributeType.Binary => new AttributeValue { B = BinaryContent.ToStream(Take(length).ToArray()) },
            AttributeType.Boolean => ReadBoolean(length),
            AttributeType.StringSet => ReadTextSet() is { } set ? new AttributeValue { SS = set } : null,
            AttributeType.NumberSet => ReadTextSet() is { } set ? new AttributeValue { NS = set } : null,
            AttributeType.BinarySet => ReadBinarySet(),
            AttributeType.List => ReadList(depth),
            AttributeType.Map => ReadMap(depth),
            _ => Fail(),
        };
    }

    private AttributeValue? ReadBoolean(int length)
    {
        if (length != 1)
        {
            return Fail();
        }

        var value = Take(1)[0];
        return value <= 1 ? new AttributeValue { BOOL = value == 1 } : Fail();
    }

    private List<string>? ReadTextSet()
    {
        var count = ReadCount(minimumSize: sizeof(uint));
        var entries = new List<string>(count);
        var seen = new HashSet<string>(count, StringComparer.Ordinal);
        for (var i = 0; i < count && !_failed; i++)
        {
            if (ReadText(ReadLength()) is not { } text || !seen.Add(text))
            {
                Fail();
                return null;
            }

            entries.Add(text);
        }

        return _failed ? null : entries;
    }

    private AttributeValue? ReadBinarySet()
    {
        var count = ReadCount(minimumSize: sizeof(uint));
        var entries = new List<MemoryStream>(count);
        var contents = new byte[count][];
        for (var i = 0; i < count && !_failed; i++)
        {
            contents[i] = Take(ReadLength()).ToArray();
            entries.Add(BinaryContent.ToStream(contents[i]));
        }

        return _failed || HasDuplicate(contents) ? Fail() : new AttributeValue { BS = entries };
    }

    private static bool HasDuplicate(byte[][] contents)
    {
        Array.Sort(contents, static (left, right) => left.AsSpan().SequenceCompareTo(right));
        for (var i = 1; i < contents.Length; i++)
        {
            if (PublicBytes.Equal(contents[i - 1], contents[i]))
            {
                return true;
            }
        }

        return false;
    }

    private AttributeValue? ReadList(int depth)
    {
        var count = ReadCount(minimumSize: sizeof(ushort) + sizeof(uint));
        var elements = new List<AttributeValue>(count);
        for (var i = 0; i < count && !_failed; i++)
        {
            if (ReadNested(depth) is not { } element)
            {
                return Fail();
            }

            elements.Add(element);
        }

        return new AttributeValue { L = elements, IsLSet = true };
    }

    private AttributeValue? ReadMap(int depth)
    {
        var count = ReadCount(minimumSize: 2 * (sizeof(ushort) + sizeof(uint)));
        var entries = new Dictionary<string, AttributeValue>(count, StringComparer.Ordinal);
        for (var i = 0; i < count && !_failed; i++)
        {
            if (ReadUInt16() != (ushort)AttributeType.String
                || ReadLength() is not (> 0 and <= MaxKeyBytes and var keyLength)
                || ReadText(keyLength) is not { } key
                || ReadNested(depth) is not { } value
                || !entries.TryAdd(key, value))
            {
                return Fail();
            }
        }

        return new AttributeValue { M = entries, IsMSet = true };
    }

    private AttributeValue? ReadNested(int depth)
    {
        var typeId = ReadUInt16();
        var length = ReadLength();
        var start = _position;
        var value = ReadContent(typeId, length, depth + 1);
        return _position - start == length ? value : Fail();
    }

    private string? ReadText(int length)
    {
        if (Utf8Text.TryGetString(Take(length), out var text) && !_failed)
        {
            return text;
        }

        Fail();
        return null;
    }

    private ushort ReadUInt16()
    {
        var bytes = Take(sizeof(ushort));
        return bytes.IsEmpty ? (ushort)0 : BinaryPrimitives.ReadUInt16BigEndian(bytes);
    }

    /// <summary>Reads a length that must fit into what is left.</summary>
    private int ReadLength() => ReadCount(minimumSize: 1);

    /// <summary>Reads a count of things that take at least <paramref name="minimumSize"/> bytes each; 0 after a failure.</summary>
    private int ReadCount(int minimumSize)
    {
        var bytes = Take(sizeof(uint));
        var count = bytes.IsEmpty ? 0 : BinaryPrimitives.ReadUInt32BigEndian(bytes);
        if (count > Remaining / minimumSize)
        {
            Fail();
            return 0;
        }

        return (int)count;
    }

    private ReadOnlySpan<byte> Take(int count)
    {
        if (_failed || count > Remaining)
        {
            Fail();
            return [];
        }

        var taken = _bytes.Slice(_position, count);
        _position += count;
        return taken;
    }

    private AttributeValue? Fail()
    {
        _failed = true;
        return null;
    }
}
