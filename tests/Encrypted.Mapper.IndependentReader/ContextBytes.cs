namespace Encrypted.Mapper.IndependentReader;

/// <summary>The bytes of an encryption context, wire format section 5.1.</summary>
public static class ContextBytes
{
    /// <summary>As in the header and in the canonical record: the empty context is two zero bytes.</summary>
    public static byte[] InRecord(Dictionary<string, string> context)
    {
        if (context.Count > 65535)
        {
            throw new RefusalException("context: too many pairs");
        }

        var pairs = context.Select(p => (Key: ByteList.Utf8(p.Key), Text: ByteList.Utf8(p.Value))).ToList();
        pairs.Sort((a, b) => ByteOrder.Instance.Compare(a.Key, b.Key));
        var bytes = new ByteList().AddNumber(2, (ulong)pairs.Count);
        foreach (var pair in pairs)
        {
            bytes.AddShort(pair.Key).AddShort(pair.Text);
        }

        return bytes.ToArray();
    }

    /// <summary>As data that key wrapping authenticates: the empty context is no bytes at all.</summary>
    public static byte[] InKeyWrapping(Dictionary<string, string> context) => context.Count == 0 ? [] : InRecord(context);
}
