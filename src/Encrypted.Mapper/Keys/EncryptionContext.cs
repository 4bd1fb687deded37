using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;
using Encrypted.Mapper.Encryption;
using Encrypted.Mapper.Encryption.Canonical;

namespace Encrypted.Mapper.Keys;

/// <summary>
/// The encryption context of an item's materials: authenticated, not secret, and bound into every key wrapping
/// (wire format, section 5). Pairs are ordered by the bytes of their keys. Immutable.
/// </summary>
public sealed class EncryptionContext
{
    private readonly byte[] _serialized;

    internal EncryptionContext(byte[] serialized)
    {
        _serialized = serialized;
        Count = BinaryPrimitives.ReadUInt16BigEndian(serialized);
    }

    /// <summary>The number of pairs.</summary>
    public int Count { get; }

    /// <summary>
    /// The serialised form: a count and the ordered pairs with their lengths. As additional authenticated data of key
    /// wrapping an empty context is zero bytes long instead (keyrings, section 1.1): see <see cref="AdditionalAuthenticatedData"/>.
    /// </summary>
    public ReadOnlySpan<byte> Serialized => _serialized;

    /// <summary>The form that key wrapping authenticates.</summary>
    public ReadOnlySpan<byte> AdditionalAuthenticatedData => Count == 0 ? [] : _serialized;

    /// <summary>Finds a value by key.</summary>
    /// <param name="key">The key.</param>
    /// <param name="value">The value, if there is one.</param>
    /// <returns>Whether the context has the key.</returns>
    public bool TryGetValue(string key, [NotNullWhen(true)] out string? value)
    {
        ArgumentNullException.ThrowIfNull(key);
        var utf8 = Utf8Text.GetBytes(key);
        value = utf8 is not null && TryGetValue(utf8, out var bytes) ? Utf8Text.Strict.GetString(bytes) : null;
        return value is not null;
    }

    /// <summary>Copies the pairs, for key services that take text.</summary>
    /// <returns>A new dictionary.</returns>
    public Dictionary<string, string> ToDictionary() => new(ToPairs(), StringComparer.Ordinal);

    /// <summary>Copies the pairs in the order of their keys' bytes.</summary>
    internal KeyValuePair<string, string>[] ToPairs()
    {
        var pairs = new KeyValuePair<string, string>[Count];
        var position = sizeof(ushort);
        for (var i = 0; i < Count; i++)
        {
            var key = Utf8Text.Strict.GetString(Next(ref position));
            pairs[i] = new(key, Utf8Text.Strict.GetString(Next(ref position)));
        }

        return pairs;
    }

    internal bool TryGetValue(ReadOnlySpan<byte> key, out ReadOnlySpan<byte> value)
    {
        var position = sizeof(ushort);
        for (var i = 0; i < Count; i++)
        {
            var candidate = Next(ref position);
            value = Next(ref position);
            if (PublicBytes.Equal(candidate, key))
            {
                return true;
            }
        }

        value = default;
        return false;
    }

    private ReadOnlySpan<byte> Next(scoped ref int position)
    {
        var length = BinaryPrimitives.ReadUInt16BigEndian(_serialized.AsSpan(position));
        var bytes = _serialized.AsSpan(position + sizeof(ushort), length);
        position += sizeof(ushort) + length;
        return bytes;
    }
}
