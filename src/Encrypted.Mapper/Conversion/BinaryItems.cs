using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;

namespace Encrypted.Mapper.Conversion;

/// <summary>Writes and reads collections of bytes: BS where the SDK writes a set, else L.</summary>
/// <typeparam name="T">The element type.</typeparam>
/// <typeparam name="TConversion">Its conversion.</typeparam>
internal static class BinaryItems<T, TConversion>
    where T : class
    where TConversion : struct, IBinaryConversion<T>
{
    public static AttributeValue? Write(ReadOnlySpan<T> items, in AttributePath path, ConversionOptions options)
    {
        if (options.Schema == ConversionSchema.V1)
        {
            var streams = new List<MemoryStream>(items.Length);
            foreach (var item in items)
            {
                streams.Add(Stream(item, in path));
            }

            return Set(streams);
        }

        foreach (var item in items)
        {
            if (item is null)
            {
                throw Error.NullElement(in path);
            }
        }

        return ListItems<T, TConversion>.Write(items, in path, options);
    }

    public static AttributeValue? WriteSet(HashSet<T> items, in AttributePath path)
    {
        var streams = new List<MemoryStream>(items.Count);
        foreach (var item in items)
        {
            streams.Add(Stream(item, in path));
        }

        return Set(streams);
    }

    public static void ReadInto<TCollection>(TCollection target, AttributeValue value, in AttributePath path, ConversionOptions options)
        where TCollection : ICollection<T>
    {
        if (!value.IsBSSet)
        {
            ListItems<T, TConversion>.ReadInto(target, value, in path, options);
            return;
        }

        foreach (var stream in value.BS)
        {
            target.Add(TConversion.FromStream(stream));
        }
    }

    private static MemoryStream Stream(T item, in AttributePath path)
        => item is null ? throw Error.NullElement(in path) : TConversion.ToStream(item);

    private static AttributeValue? Set(List<MemoryStream> streams)
        => streams.Count == 0 ? null : new AttributeValue { BS = streams };
}
