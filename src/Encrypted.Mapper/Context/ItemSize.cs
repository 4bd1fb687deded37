using System.Text;
using Amazon.DynamoDBv2.Model;

namespace Encrypted.Mapper.Context;

/// <summary>The size of an item by DynamoDB's rules, in bytes.</summary>
internal static class ItemSize
{
    public const int Limit = 409_600;

    private const int ContainerOverhead = 3;
    private const int ElementOverhead = 1;

    public static long Of(Dictionary<string, AttributeValue> item)
    {
        long size = 0;
        foreach (var (name, value) in item)
        {
            size += Encoding.UTF8.GetByteCount(name) + Of(value);
        }

        return size;
    }

    private static long Of(AttributeValue value)
    {
        if (value.S is { } text)
        {
            return Encoding.UTF8.GetByteCount(text);
        }

        if (value.N is { } number)
        {
            return OfNumber(number);
        }

        if (value.B is { } binary)
        {
            return binary.Length;
        }

        return value.M is { } map ? OfMap(map) : value.L is { } list ? OfList(list) : OfSet(value);
    }

    private static long OfMap(Dictionary<string, AttributeValue> map)
        => ContainerOverhead + Of(map) + ((long)ElementOverhead * map.Count);

    private static long OfList(List<AttributeValue> list)
    {
        long size = ContainerOverhead;
        foreach (var element in list)
        {
            size += ElementOverhead + Of(element);
        }

        return size;
    }

    private static long OfSet(AttributeValue value)
    {
        long size = 0;
        foreach (var text in value.SS ?? [])
        {
            size += Encoding.UTF8.GetByteCount(text);
        }

        foreach (var number in value.NS ?? [])
        {
            size += OfNumber(number);
        }

        foreach (var binary in value.BS ?? [])
        {
            size += binary.Length;
        }

        // Boolean and null take one byte.
        return value.IsBOOLSet || value.NULL == true ? 1 : size;
    }

    /// <summary>One byte for two significant digits, one for the exponent, and one more for a negative number.</summary>
    private static int OfNumber(string number)
    {
        var digits = 0;
        var pendingZeros = 0;
        foreach (var character in number)
        {
            if (character is 'e' or 'E')
            {
                break;
            }

            if (character is >= '1' and <= '9')
            {
                digits += pendingZeros + 1;
                pendingZeros = 0;
            }
            else if (character == '0' && digits > 0)
            {
                pendingZeros++;
            }
        }

        return ((digits + 1) / 2) + 1 + (number.StartsWith('-') ? 1 : 0);
    }
}
