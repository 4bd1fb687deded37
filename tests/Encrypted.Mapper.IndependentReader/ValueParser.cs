namespace Encrypted.Mapper.IndependentReader;

/// <summary>Turns bytes back into a value, wire format section 7.2 with its decode notes.</summary>
public static class ValueParser
{
    public static Value Parse(byte[] typeId, byte[] bytes)
    {
        var cursor = new ByteCursor(bytes, "value");
        var value = Parse(TypeIds.TypeOf(typeId), cursor, bytes.Length, 1);
        cursor.End();
        return value;
    }

    private static Value Parse(string type, ByteCursor cursor, long length, int depth)
    {
        if (depth > 32)
        {
            throw new RefusalException("value: deeper than 32");
        }

        if (length > cursor.Remaining)
        {
            throw new RefusalException("value: unexpected end");
        }

        switch (type)
        {
            case "NULL":
                return length == 0 ? Value.Null() : throw new RefusalException("value: NULL with content");
            case "S":
                return Value.S(ByteList.Text(cursor.Take(length)));
            case "N":
                return Value.N(ByteList.Text(cursor.Take(length)));
            case "B":
                return Value.B(cursor.Take(length));
            case "BOOL":
                return Convert.ToHexString(cursor.Take(length)) switch
                {
                    "00" => Value.Bool(false),
                    "01" => Value.Bool(true),
                    _ => throw new RefusalException("value: BOOL is neither 0 nor 1"),
                };
            case "SS":
                return Value.SS(Members(cursor).Select(ByteList.Text));
            case "NS":
                return Value.NS(Members(cursor).Select(ByteList.Text));
            case "BS":
                return Value.BS(Members(cursor));
            case "L":
                return List(cursor, depth);
            default:
                return Map(cursor, depth);
        }
    }

    private static Value List(ByteCursor cursor, int depth)
    {
        var elements = new List<Value>();
        for (var count = cursor.TakeNumber(4); count > 0; count--)
        {
            var type = TypeIds.TypeOf(cursor.Take(2));
            elements.Add(Parse(type, cursor, cursor.TakeNumber(4), depth + 1));
        }

        return Value.L(elements);
    }

    private static Value Map(ByteCursor cursor, int depth)
    {
        var entries = new Dictionary<string, Value>();
        for (var count = cursor.TakeNumber(4); count > 0; count--)
        {
            if (TypeIds.TypeOf(cursor.Take(2)) != "S")
            {
                throw new RefusalException("value: map key is not a string");
            }

            var key = ByteList.Text(cursor.TakeLong());
            if (key.Length == 0 || ByteList.Utf8(key).Length > 65535)
            {
                throw new RefusalException("value: map key length");
            }

            var type = TypeIds.TypeOf(cursor.Take(2));
            if (!entries.TryAdd(key, Parse(type, cursor, cursor.TakeNumber(4), depth + 1)))
            {
                throw new RefusalException("value: duplicate map key");
            }
        }

        return Value.M(entries);
    }

    private static List<byte[]> Members(ByteCursor cursor)
    {
        var members = new List<byte[]>();
        for (var count = cursor.TakeNumber(4); count > 0; count--)
        {
            members.Add(cursor.TakeLong());
        }

        if (members.Select(Convert.ToHexString).Distinct().Count() != members.Count)
        {
            throw new RefusalException("value: duplicate set member");
        }

        return members;
    }
}
