using System.Runtime.InteropServices;
using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;

namespace Encrypted.Mapper.Conversion;

/// <summary>
/// Writes and reads collections of strings and numbers: SS or NS where the SDK writes a set, else L. An empty set is left
/// out, and a list in V1 is a set with its duplicates, both as in the SDK.
/// </summary>
/// <typeparam name="T">The element type.</typeparam>
/// <typeparam name="TConversion">Its conversion.</typeparam>
internal static class TextItems<T, TConversion>
    where TConversion : struct, ITextConversion<T>
{
    public static AttributeValue? Write(ReadOnlySpan<T> items, in AttributePath path, ConversionOptions options)
    {
        if (options.Schema == ConversionSchema.V1)
        {
            var texts = new List<string>(items.Length);
            foreach (ref readonly var item in items)
            {
                texts.Add(Text(item, in path));
            }

            return Set(texts);
        }

        var element = path.Element();
        var list = new List<AttributeValue>(items.Length);
        foreach (ref readonly var item in items)
        {
            if (item is null)
            {
                throw Error.NullElement(in path);
            }

            if (TConversion.Write(item, in element, options) is { } value)
            {
                list.Add(value);
            }
        }

        return ListItems<T, TConversion>.Write(list);
    }

    public static AttributeValue? WriteSet(HashSet<T> items, in AttributePath path)
    {
        var texts = new List<string>(items.Count);
        foreach (var item in items)
        {
            texts.Add(Text(item, in path));
        }

        return Set(texts);
    }

    public static void ReadInto<TCollection>(TCollection target, AttributeValue value, in AttributePath path, ConversionOptions options)
        where TCollection : ICollection<T>
    {
        if (value.IsLSet)
        {
            foreach (var item in value.L)
            {
                target.Add(ReadElement(item, in path, options));
            }

            return;
        }

        var texts = value.IsSSSet ? value.SS : value.IsNSSet ? value.NS : throw Error.AttributeType(in path);
        foreach (var text in CollectionsMarshal.AsSpan(texts))
        {
            target.Add(TConversion.TryParse(text, out var item) ? item : throw Error.AttributeType(in path));
        }
    }

    // Not by TConversion.Read for text: the SDK leaves times within such collections in UTC whatever the options say.
    private static T ReadElement(AttributeValue item, in AttributePath path, ConversionOptions options)
        => (item.S ?? item.N) is { } text && TConversion.TryParse(text, out var result)
            ? result
            : ListItems<T, TConversion>.Read(item, in path, options);

    private static string Text(T item, in AttributePath path)
        => item is null ? throw Error.NullElement(in path) : TConversion.ToText(item);

    private static AttributeValue? Set(List<string> texts)
    {
        if (texts.Count == 0)
        {
            return null;
        }

        return TConversion.IsNumber ? new AttributeValue { NS = texts } : new AttributeValue { SS = texts };
    }
}
