using System.ComponentModel;
using Amazon.DynamoDBv2.Model;

namespace Encrypted.Mapper.Conversion;

/// <summary>Hash sets whose elements have no set form: L.</summary>
/// <typeparam name="T">The element type.</typeparam>
/// <typeparam name="TConversion">Its conversion.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct HashSetConversion<T, TConversion> : IValueConversion<HashSet<T>>
    where TConversion : struct, IValueConversion<T>
{
    /// <inheritdoc/>
    public static AttributeValue? Write(HashSet<T>? value, in AttributePath path, ConversionOptions options)
        => value is null ? null : ListItems<T, TConversion>.Write(value, in path, options);

    /// <inheritdoc/>
    public static HashSet<T>? Read(AttributeValue value, in AttributePath path, ConversionOptions options)
    {
        if (value.NULL == true)
        {
            return null;
        }

        var items = new HashSet<T>(StoredCount.Of(value));
        ListItems<T, TConversion>.ReadInto(items, value, in path, options);
        return items;
    }
}
