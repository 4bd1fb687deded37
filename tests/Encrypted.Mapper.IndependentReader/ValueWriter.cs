namespace Encrypted.Mapper.IndependentReader;

/// <summary>Turns a value into its bytes, wire format section 7.2.</summary>
public static class ValueWriter
{
    public static byte[] Write(Value value) => Write(value, 1);

    private static byte[] Write(Value value, int depth)
    {
        if (depth > 32)
        {
            throw new RefusalException("value: deeper than 32");
        }

        switch (value.Type)
        {
            case "NULL":
                return value.Flag ? [] : throw new RefusalException("value: NULL is false");
            case "S":
                return ByteList.Utf8(value.Text);
            case "N":
                return ByteList.Utf8(NumberText.Normalise(value.Text));
            case "B":
                return value.Bytes;
            case "BOOL":
                return [value.Flag ? (byte)1 : (byte)0];
            case "SS":
                return Members(InUtf16Order(value.Texts).Select(ByteList.Utf8).ToList());
            case "NS":
                RefuseDuplicates(value.Texts);
                return Members(InUtf16Order(value.Texts.Select(NumberText.Normalise).ToList()).Select(ByteList.Utf8).ToList());
            case "BS":
                var blobs = value.Blobs.ToList();
                blobs.Sort(ByteOrder.Instance);
                RefuseDuplicates(blobs.Select(Convert.ToHexString).ToList());
                return Members(blobs);
            case "L":
                return List(value.Elements, depth);
            default:
                return Map(value.Entries, depth);
        }
    }

    private static byte[] List(List<Value> elements, int depth)
    {
        var bytes = new ByteList().AddNumber(4, (ulong)elements.Count);
        foreach (var element in elements)
        {
            bytes.Add(TypeIds.Of(element.Type)).AddLong(Write(element, depth + 1));
        }

        return bytes.ToArray();
    }

    private static byte[] Map(Dictionary<string, Value> entries, int depth)
    {
        var bytes = new ByteList().AddNumber(4, (ulong)entries.Count);
        foreach (var key in InUtf16Order(entries.Keys.ToList()))
        {
            var keyBytes = ByteList.Utf8(key);
            if (keyBytes.Length < 1 || keyBytes.Length > 65535)
            {
                throw new RefusalException("value: map key length");
            }

            bytes.Add(TypeIds.Of("S")).AddLong(keyBytes);
            bytes.Add(TypeIds.Of(entries[key].Type)).AddLong(Write(entries[key], depth + 1));
        }

        return bytes.ToArray();
    }

    private static byte[] Members(List<byte[]> members)
    {
        var bytes = new ByteList().AddNumber(4, (ulong)members.Count);
        foreach (var member in members)
        {
            bytes.AddLong(member);
        }

        return bytes.ToArray();
    }

    private static List<string> InUtf16Order(List<string> texts)
    {
        RefuseDuplicates(texts);
        var sorted = texts.ToList();
        sorted.Sort(string.CompareOrdinal);
        return sorted;
    }

    private static void RefuseDuplicates(List<string> texts)
    {
        if (texts.Distinct().Count() != texts.Count)
        {
            throw new RefusalException("value: duplicate set member");
        }
    }
}
