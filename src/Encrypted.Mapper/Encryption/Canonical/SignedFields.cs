using System.Buffers;
using Amazon.DynamoDBv2.Model;

namespace Encrypted.Mapper.Encryption.Canonical;

/// <summary>
/// The signed attributes of one item in canonical order (wire format, section 8.2) with their canonical fields (section 8.3).
/// Configured attributes fall into place by their rank, so that only names that the configuration doesn't know are sorted.
/// </summary>
internal sealed class SignedFields : IDisposable
{
    /// <summary>The length of the authentication tag at the end of an encrypted value.</summary>
    public const int TagLength = 16;

    private const int TypeIdLength = sizeof(ushort);

    private readonly SignedField[] _fields;
    private int _count;

    private SignedFields(SignedField[] fields)
    {
        _fields = fields;
    }

    public ScratchBuffer Buffer { get; } = new();

    public Span<SignedField> Fields => _fields.AsSpan(0, _count);

    /// <summary>The number of fields whose legend says that they are encrypted.</summary>
    public int EncryptedCount { get; private set; }

    private static ReadOnlySpan<byte> EncryptedMarker => "ENCRYPTED"u8;

    private static ReadOnlySpan<byte> PlaintextMarker => "PLAINTEXT"u8;

    /// <summary>Orders the configured attributes, given by rank, and any further ones.</summary>
    public static SignedFields Order(ReadOnlySpan<AttributeValue?> byRank, CanonicalAttribute[] configured, List<(CanonicalAttribute Attribute, AttributeValue Value)>? others)
    {
        others?.Sort(static (left, right) => left.Attribute.CompareTo(right.Attribute));
        var result = new SignedFields(ArrayPool<SignedField>.Shared.Rent(byRank.Length + (others?.Count ?? 0)));
        var next = 0;
        for (var rank = 0; rank < byRank.Length; rank++)
        {
            if (byRank[rank] is not { } value)
            {
                continue;
            }

            for (; others is not null && next < others.Count && others[next].Attribute.CompareTo(configured[rank]) < 0; next++)
            {
                result.Add(others[next].Attribute, others[next].Value);
            }

            result.Add(configured[rank], value);
        }

        for (; others is not null && next < others.Count; next++)
        {
            result.Add(others[next].Attribute, others[next].Value);
        }

        return result;
    }

    /// <summary>Appends the field of a value in clear. If it is to be encrypted, room for the tag follows it.</summary>
    public void AppendPlaintext(ref SignedField field, bool toBeEncrypted, string table)
    {
        var lengthStart = AppendPath(field.Attribute);
        Buffer.Write(toBeEncrypted ? EncryptedMarker : PlaintextMarker);
        field.TypeStart = Buffer.Length;
        Buffer.Append(TypeIdLength);
        var type = ValueWriter.Write(Buffer, field.Value, new(table, field.Attribute.PublicName));
        System.Buffers.Binary.BinaryPrimitives.WriteUInt16BigEndian(Buffer.Slice(field.TypeStart, TypeIdLength), (ushort)type);
        field.ValueLength = Buffer.Length - field.TypeStart - TypeIdLength;
        if (toBeEncrypted)
        {
            EncryptedCount++;
            Buffer.Append(TagLength);
        }

        Buffer.PatchUInt64(lengthStart, Buffer.Length - field.TypeStart - TypeIdLength);
    }

    /// <summary>Appends the field of a stored encrypted value. Returns false if it is too short to be one.</summary>
    public bool TryAppendCiphertext(ref SignedField field)
    {
        if (!AttributeTypes.TryGetType(field.Value, out var type) || type != AttributeType.Binary)
        {
            return false;
        }

        var stored = BinaryContent.Of(field.Value.B);
        if (stored.Length < TypeIdLength + TagLength)
        {
            return false;
        }

        var lengthStart = AppendPath(field.Attribute);
        Buffer.PatchUInt64(lengthStart, stored.Length - TypeIdLength);
        Buffer.Write(EncryptedMarker);
        field.TypeStart = Buffer.Length;
        field.ValueLength = stored.Length - TypeIdLength - TagLength;
        Buffer.Write(stored);
        EncryptedCount++;
        return true;
    }

    /// <summary>The field's type id, and its value's bytes with the tag of an encrypted one.</summary>
    public Span<byte> Stored(in SignedField field) => Buffer.Slice(field.TypeStart, TypeIdLength + field.ValueLength + TagLength);

    /// <summary>The field's value bytes without type id and tag.</summary>
    public Span<byte> Content(in SignedField field) => Buffer.Slice(field.TypeStart + TypeIdLength, field.ValueLength);

    /// <summary>The tag behind an encrypted value.</summary>
    public Span<byte> Tag(in SignedField field) => Buffer.Slice(field.TypeStart + TypeIdLength + field.ValueLength, TagLength);

    public void Dispose()
    {
        Buffer.Dispose();
        ArrayPool<SignedField>.Shared.Return(_fields, clearArray: true);
        _count = 0;
    }

    private void Add(CanonicalAttribute attribute, AttributeValue value)
        => _fields[_count++] = new SignedField { Attribute = attribute, Value = value };

    private int AppendPath(CanonicalAttribute attribute)
    {
        Buffer.Write(attribute.Path);
        var lengthStart = Buffer.Length;
        Buffer.Append(sizeof(ulong));
        return lengthStart;
    }
}
