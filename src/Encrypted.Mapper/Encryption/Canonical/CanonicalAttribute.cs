using System.Buffers.Binary;
using Encrypted.Mapper.Model;

namespace Encrypted.Mapper.Encryption.Canonical;

/// <summary>
/// One top-level attribute name of one table with what the format derives from it: the canonical path (wire format,
/// section 8.1) and the place in the canonical order (section 8.2).
/// </summary>
internal sealed class CanonicalAttribute : IComparable<CanonicalAttribute>
{
    private const byte AttributeSegment = (byte)'$';
    private const int MaxNameBytes = ushort.MaxValue;

    private readonly int _nameStart;
    private readonly byte[] _path;

    private CanonicalAttribute(string name, byte[] path, int nameStart, CryptoAction? action, bool isConfigured)
    {
        PublicName = isConfigured ? name : AttributeLocation.Unknown;
        Name = name;
        _path = path;
        _nameStart = nameStart;
        Action = action;
    }

    public string Name { get; }

    /// <summary>The action that is configured or given for one item; null for a name that only an item has.</summary>
    public CryptoAction? Action { get; }

    /// <summary>The position among the configured signed attributes in canonical order.</summary>
    public int Rank { get; set; } = -1;

    public ReadOnlySpan<byte> Path => _path;

    public ReadOnlySpan<byte> Utf8Name => _path.AsSpan(_nameStart);

    /// <summary>What an error message may call the attribute.</summary>
    public string PublicName { get; }

    /// <summary>Derives the canonical form of a name, or returns null when the name has none: unpaired surrogate or forbidden length.</summary>
    public static CanonicalAttribute? TryCreate(ReadOnlySpan<byte> tableName, string name, CryptoAction? action)
        => TryCreate(tableName, name, action, isConfigured: action is not null);

    /// <summary>As the other overload, for a name that only one item has.</summary>
    public static CanonicalAttribute? TryCreateUnconfigured(ReadOnlySpan<byte> tableName, string name, CryptoAction? action)
        => TryCreate(tableName, name, action, isConfigured: false);

    public int CompareTo(CanonicalAttribute? other) => other is null ? 1 : Path.SequenceCompareTo(other.Path);

    private static CanonicalAttribute? TryCreate(ReadOnlySpan<byte> tableName, string name, CryptoAction? action, bool isConfigured)
    {
        var utf8 = Utf8Text.GetBytes(name);
        if (utf8 is null || utf8.Length is < 1 or > MaxNameBytes)
        {
            return null;
        }

        var nameStart = tableName.Length + sizeof(ulong) + 1 + sizeof(ulong);
        var path = new byte[nameStart + utf8.Length];
        tableName.CopyTo(path);
        var rest = path.AsSpan(tableName.Length);
        BinaryPrimitives.WriteUInt64BigEndian(rest, 1);
        rest[sizeof(ulong)] = AttributeSegment;

        // The length is that of the name in UTF-16 code units, although its bytes are UTF-8 (section 8.1).
        BinaryPrimitives.WriteUInt64BigEndian(rest[(sizeof(ulong) + 1)..], (ulong)name.Length);
        utf8.CopyTo(path, nameStart);
        return new CanonicalAttribute(name, path, nameStart, action, isConfigured);
    }
}
