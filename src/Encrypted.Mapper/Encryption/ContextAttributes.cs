using System.Buffers;
using System.Buffers.Text;
using Amazon.DynamoDBv2.Model;
using Encrypted.Mapper.Encryption.Canonical;
using Encrypted.Mapper.Keys;

namespace Encrypted.Mapper.Encryption;

/// <summary>Puts names and attributes of an item into its encryption context (wire format, sections 5.2 and 5.3).</summary>
internal static class ContextAttributes
{
    /// <summary>Adds the pairs that say which table the item belongs to.</summary>
    public static void AddNames(EncryptionContextBuilder builder, ItemLayout layout)
    {
        var fits = builder.TryAdd(ContextKeys.TableName, layout.Utf8Table)
            && builder.TryAdd(ContextKeys.PartitionName, layout.PartitionKey.Utf8Name)
            && (layout.SortKey is null || builder.TryAdd(ContextKeys.SortName, layout.SortKey.Utf8Name));
        if (!fits)
        {
            throw Error.ContextSize(new(layout.Table, layout.PartitionKey.Name));
        }
    }

    /// <summary>Adds an attribute in the encoding of version 1: Base64 of type id and value.</summary>
    public static void AddVersion1(EncryptionContextBuilder builder, ItemLayout layout, CanonicalAttribute attribute, AttributeValue value)
    {
        var location = new AttributeLocation(layout.Table, attribute.PublicName);
        using var bytes = new ScratchBuffer();
        bytes.WriteUInt16(0);
        var type = ValueWriter.Write(bytes, value, location);
        AddTyped(builder, attribute, bytes, type, location);
    }

    /// <summary>Adds an attribute in the encoding of version 2, and returns its symbol for the context's legend.</summary>
    public static byte AddVersion2(EncryptionContextBuilder builder, ItemLayout layout, CanonicalAttribute attribute, AttributeValue value)
    {
        var location = new AttributeLocation(layout.Table, attribute.PublicName);
        using var bytes = new ScratchBuffer();
        bytes.WriteUInt16(0);
        var type = ValueWriter.Write(bytes, value, location);
        switch (type)
        {
            case AttributeType.String:
                Add(builder, attribute, bytes.Written[sizeof(ushort)..], location);
                return (byte)'S';
            case AttributeType.Number:
                Add(builder, attribute, bytes.Written[sizeof(ushort)..], location);
                return (byte)'N';
            case AttributeType.Null:
                Add(builder, attribute, "null"u8, location);
                return (byte)'L';
            case AttributeType.Boolean:
                Add(builder, attribute, value.BOOL is true ? "true"u8 : "false"u8, location);
                return (byte)'L';
            default:
                AddTyped(builder, attribute, bytes, type, location);
                return (byte)'B';
        }
    }

    private static void AddTyped(EncryptionContextBuilder builder, CanonicalAttribute attribute, ScratchBuffer bytes, AttributeType type, AttributeLocation location)
    {
        System.Buffers.Binary.BinaryPrimitives.WriteUInt16BigEndian(bytes.Slice(0, sizeof(ushort)), (ushort)type);
        if (bytes.Length > ushort.MaxValue)
        {
            throw Error.ContextSize(location);
        }

        using var encoded = new ScratchBuffer();
        var destination = encoded.Append(Base64.GetMaxEncodedToUtf8Length(bytes.Length));
        if (Base64.EncodeToUtf8(bytes.Written, destination, out _, out _) != OperationStatus.Done)
        {
            throw Error.ContextSize(location);
        }

        Add(builder, attribute, destination, location);
    }

    private static void Add(EncryptionContextBuilder builder, CanonicalAttribute attribute, ReadOnlySpan<byte> value, AttributeLocation location)
    {
        if (!builder.TryAdd(ContextKeys.AttributePrefix, attribute.Utf8Name, value))
        {
            throw Error.ContextSize(location);
        }
    }
}
