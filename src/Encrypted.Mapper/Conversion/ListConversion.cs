using System.ComponentModel;
using System.Runtime.InteropServices;
using Amazon.DynamoDBv2.Model;

namespace Encrypted.Mapper.Conversion;

/// <summary>Lists whose elements have no set form: L.</summary>
/// <typeparam name="T">The element type.</typeparam>
/// <typeparam name="TConversion">Its conversion.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct ListConversion<T, TConversion> : IValueConversion<List<T>>
    where TConversion : struct, IValueConversion<T>
{
    /// <inheritdoc/>
    public static AttributeValue? Write(List<T>? value, in AttributePath path, ConversionOptions options)
        => value is null ? null : ListItems<T, TConversion>.Write(CollectionsMarshal.AsSpan(value), in path, options);

    /// <inheritdoc/>
    public static List<T>? Read(AttributeValue value, in AttributePath path, ConversionOptions options)
    {
        if (value.NULL == true)
        {
            return null;
        }

        var items = new List<T>(StoredCount.Of(value));
        ListItems<T, TConversion>.ReadInto(items, value, in path, options);
        return items;
    }
}
