using System.Runtime.InteropServices;
using Amazon.DynamoDBv2.Model;

namespace Encrypted.Mapper.Conversion;

/// <summary>Writes and reads L. Null elements are stored as NULL; elements that are left out vanish, as in the SDK.</summary>
/// <typeparam name="T">The element type.</typeparam>
/// <typeparam name="TConversion">Its conversion.</typeparam>
internal static class ListItems<T, TConversion>
    where TConversion : struct, IValueConversion<T>
{
    public static AttributeValue Write(ReadOnlySpan<T> items, in AttributePath path, ConversionOptions options)
    {
        var element = path.Element();
        var list = new List<AttributeValue>(items.Length);
        foreach (ref readonly var item in items)
        {
            Add(list, item, in element, options);
        }

        return Write(list);
    }

    public static AttributeValue Write(IEnumerable<T> items, in AttributePath path, ConversionOptions options)
    {
        if (items is List<T> known)
        {
            return Write(CollectionsMarshal.AsSpan(known), in path, options);
        }

        var element = path.Element();
        var list = new List<AttributeValue>();
        foreach (var item in items)
        {
            Add(list, item, in element, options);
        }

        return Write(list);
    }

    public static AttributeValue Write(List<AttributeValue> list)
        => list.Count == 0 ? new AttributeValue { L = list, IsLSet = true } : new AttributeValue { L = list };

    public static void ReadInto<TCollection>(TCollection target, AttributeValue value, in AttributePath path, ConversionOptions options)
        where TCollection : ICollection<T>
    {
        if (!value.IsLSet)
        {
            throw Error.AttributeType(in path);
        }

        var element = path.Element();
        foreach (var item in value.L)
        {
            target.Add(Read(item, in element, options));
        }
    }

    public static T Read(AttributeValue item, in AttributePath path, ConversionOptions options)
        => item.NULL == true && default(T) is not null
            ? throw Error.AttributeType(in path)
            : TConversion.Read(item, in path, options)!;

    private static void Add(List<AttributeValue> list, T item, in AttributePath path, ConversionOptions options)
    {
        var value = item is null ? new AttributeValue { NULL = true } : TConversion.Write(item, in path, options);
        if (value is not null)
        {
            list.Add(value);
        }
    }
}
