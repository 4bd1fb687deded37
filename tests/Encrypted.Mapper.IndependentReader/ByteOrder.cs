namespace Encrypted.Mapper.IndependentReader;

/// <summary>Unsigned lexicographic order of byte strings, a shorter prefix first.</summary>
public sealed class ByteOrder : IComparer<byte[]>
{
    public static readonly ByteOrder Instance = new();

    public int Compare(byte[]? x, byte[]? y)
    {
        for (var i = 0; i < x!.Length && i < y!.Length; i++)
        {
            if (x[i] != y[i])
            {
                return x[i] < y[i] ? -1 : 1;
            }
        }

        return x.Length.CompareTo(y!.Length);
    }
}
