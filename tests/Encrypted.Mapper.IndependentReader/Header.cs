using System.Text;

namespace Encrypted.Mapper.IndependentReader;

/// <summary>The parts of <c>aws_dbe_head</c>, wire format section 4.</summary>
public sealed class Header
{
    private Header()
    {
    }

    public int Version { get; private init; }

    public int Flavor { get; private init; }

    public byte[] MessageId { get; private init; } = [];

    /// <summary>One letter of <c>e</c>, <c>s</c>, <c>c</c> for each signed attribute.</summary>
    public string Legend { get; private init; } = "";

    public Dictionary<string, string> StoredContext { get; } = [];

    public List<DataKeyEntry> DataKeys { get; } = [];

    public byte[] Commitment { get; private set; } = [];

    /// <summary>All bytes before the commitment.</summary>
    public byte[] Committed { get; private set; } = [];

    public static Header Parse(byte[] bytes)
    {
        if (bytes.Length < 34)
        {
            throw new RefusalException("header: too short");
        }

        var cursor = new ByteCursor(bytes, "header");
        var header = new Header
        {
            Version = OneOf("version", cursor.Take(1)[0], 1, 2),
            Flavor = OneOf("flavor", cursor.Take(1)[0], 0, 1),
            MessageId = cursor.Take(32),
            Legend = Encoding.Latin1.GetString(cursor.TakeShort()),
        };
        if (header.Legend.Any(letter => !"esc".Contains(letter)))
        {
            throw new RefusalException("header: unknown legend letter");
        }

        header.TakeContext(cursor);
        header.TakeDataKeys(cursor);
        header.Committed = bytes[..cursor.Position];
        header.Commitment = cursor.Take(32);
        cursor.End();
        return header;
    }

    private static int OneOf(string what, int actual, int first, int second)
        => actual == first || actual == second ? actual : throw new RefusalException("header: unknown " + what);

    private void TakeContext(ByteCursor cursor)
    {
        var count = cursor.TakeNumber(2);
        if (count == 65535)
        {
            throw new RefusalException("header: too many context pairs");
        }

        byte[] previous = [];
        for (; count > 0; count--)
        {
            var key = cursor.TakeShort();
            if (ByteOrder.Instance.Compare(previous, key) >= 0)
            {
                throw new RefusalException("header: context keys are not ascending");
            }

            previous = key;
            StoredContext.Add(ByteList.Text(key), ByteList.Text(cursor.TakeShort()));
        }
    }

    private void TakeDataKeys(ByteCursor cursor)
    {
        var count = cursor.TakeNumber(1);
        if (count == 0)
        {
            throw new RefusalException("header: no data key");
        }

        for (; count > 0; count--)
        {
            DataKeys.Add(new DataKeyEntry(ByteList.Text(cursor.TakeShort()), cursor.TakeShort(), cursor.TakeShort()));
        }
    }
}
