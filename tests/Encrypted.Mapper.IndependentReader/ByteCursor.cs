namespace Encrypted.Mapper.IndependentReader;

/// <summary>Walks over bytes from front to back. Every step says what it wants, and refuses when it isn't there.</summary>
public sealed class ByteCursor
{
    private readonly byte[] bytes;
    private readonly string what;

    public ByteCursor(byte[] bytes, string what)
    {
        this.bytes = bytes;
        this.what = what;
    }

    public int Position { get; private set; }

    public long Remaining => bytes.Length - Position;

    public byte[] Take(long count)
    {
        if (count > Remaining)
        {
            throw new RefusalException(what + ": unexpected end");
        }

        var part = bytes.AsSpan(Position, (int)count).ToArray();
        Position += (int)count;
        return part;
    }

    public long TakeNumber(int width)
    {
        long number = 0;
        foreach (var b in Take(width))
        {
            number = (number * 256) + b;
        }

        return number;
    }

    public byte[] TakeShort() => Take(TakeNumber(2));

    public byte[] TakeLong() => Take(TakeNumber(4));

    public void End()
    {
        if (Remaining != 0)
        {
            throw new RefusalException(what + ": bytes left over");
        }
    }
}
