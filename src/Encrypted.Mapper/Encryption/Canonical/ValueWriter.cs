using Amazon.DynamoDBv2.Model;

namespace Encrypted.Mapper.Encryption.Canonical;

/// <summary>
/// Serialises attribute values to their canonical bytes (wire format, section 7.2): normalised numbers, sorted sets and
/// maps, at most 32 levels deep.
/// </summary>
internal static partial class ValueWriter
{
    private const int MaxDepth = 32;
    private const int MaxNameBytes = ushort.MaxValue;

    /// <summary>Appends the value's bytes, without type id or length, as they stand at the top level.</summary>
    /// <returns>The value's type.</returns>
    /// <exception cref="InvalidItemException">The value can't be stored in the format.</exception>
    public static AttributeType Write(ScratchBuffer buffer, AttributeValue? value, AttributeLocation location)
    {
        if (!AttributeTypes.TryGetType(value, out var type))
        {
            throw Error.ValueShape(location);
        }

        WriteContent(buffer, value!, type, depth: 1, location);
        return type;
    }

    private static void WriteContent(ScratchBuffer buffer, AttributeValue value, AttributeType type, int depth, AttributeLocation location)
    {
        if (depth > MaxDepth)
        {
            throw Error.TooDeep(location);
        }

        switch (type)
        {
            case AttributeType.Null:
                break;
            case AttributeType.String:
                WriteText(buffer, value.S, location);
                break;
            case AttributeType.Number:
                WriteNumber(buffer, value.N, location);
                break;
            case AttributeType.Binary:
                buffer.Write(BinaryContent.Of(value.B));
                break;
            case AttributeType.Boolean:
                buffer.WriteByte(value.BOOL is true ? (byte)1 : (byte)0);
                break;
            case AttributeType.StringSet:
                WriteStringSet(buffer, value.SS, location);
                break;
            case AttributeType.NumberSet:
                WriteNumberSet(buffer, value.NS, location);
                break;
            case AttributeType.BinarySet:
                WriteBinarySet(buffer, value.BS, location);
                break;
            case AttributeType.List:
                WriteList(buffer, value.L, depth, location);
                break;
            case AttributeType.Map:
                WriteMap(buffer, value.M, depth, location);
                break;
        }
    }

    private static void WriteText(ScratchBuffer buffer, string text, AttributeLocation location)
    {
        if (!Utf8Text.TryAppend(buffer, text))
        {
            throw Error.UnpairedSurrogate(location);
        }
    }

    private static void WriteNumber(ScratchBuffer buffer, string text, AttributeLocation location)
    {
        Span<byte> normalised = stackalloc byte[NumberText.MaxLength];
        var status = NumberText.Normalize(text, normalised, out var length);
        if (status != NumberStatus.Ok)
        {
            throw Error.Number(status, location);
        }

        buffer.Write(normalised[..length]);
    }

    private static void WriteList(ScratchBuffer buffer, List<AttributeValue>? list, int depth, AttributeLocation location)
    {
        buffer.WriteUInt32(list?.Count ?? 0);
        if (list is null)
        {
            return;
        }

        foreach (var element in list)
        {
            WriteNested(buffer, element, depth + 1, location);
        }
    }

    private static void WriteMap(ScratchBuffer buffer, Dictionary<string, AttributeValue>? map, int depth, AttributeLocation location)
    {
        buffer.WriteUInt32(map?.Count ?? 0);
        if (map is null || map.Count == 0)
        {
            return;
        }

        var keys = new string[map.Count];
        map.Keys.CopyTo(keys, 0);
        Array.Sort(keys, StringComparer.Ordinal);
        foreach (var key in keys)
        {
            buffer.WriteUInt16((int)AttributeType.String);
            var lengthPosition = Reserve(buffer);
            WriteText(buffer, key, location);
            var length = buffer.Length - lengthPosition - sizeof(uint);
            if (length is < 1 or > MaxNameBytes)
            {
                throw Error.NameLength(location);
            }

            buffer.PatchUInt32(lengthPosition, length);
            WriteNested(buffer, map[key], depth + 1, location);
        }
    }

    private static void WriteNested(ScratchBuffer buffer, AttributeValue? value, int depth, AttributeLocation location)
    {
        if (!AttributeTypes.TryGetType(value, out var type))
        {
            throw Error.ValueShape(location);
        }

        buffer.WriteUInt16((int)type);
        var lengthPosition = Reserve(buffer);
        WriteContent(buffer, value!, type, depth, location);
        buffer.PatchUInt32(lengthPosition, buffer.Length - lengthPosition - sizeof(uint));
    }

    private static int Reserve(ScratchBuffer buffer)
    {
        var position = buffer.Length;
        buffer.Append(sizeof(uint));
        return position;
    }
}
