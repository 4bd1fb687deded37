using System.ComponentModel;
using Amazon.DynamoDBv2.Model;

namespace Encrypted.Mapper.Conversion;

/// <summary>Sorted sets: L, whatever their elements are.</summary>
/// <typeparam name="T">The element type.</typeparam>
/// <typeparam name="TConversion">Its conversion.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct SortedSetConversion<T, TConversion> : IValueConversion<SortedSet<T>>
    where TConversion : struct, IValueConversion<T>
{
    /// <inheritdoc/>
    public static AttributeValue? Write(SortedSet<T>? value, in AttributePath path, ConversionOptions options)
        => value is null ? null : ListItems<T, TConversion>.Write(value, in path, options);

    /// <inheritdoc/>
    public static SortedSet<T>? Read(AttributeValue value, in AttributePath path, ConversionOptions options)
    {
        if (value.NULL == true)
        {
            return null;
        }

        var items = new SortedSet<T>();
        ListItems<T, TConversion>.ReadInto(items, value, in path, options);
        return items;
    }
}
