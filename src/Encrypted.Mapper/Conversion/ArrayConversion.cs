using System.ComponentModel;
using Amazon.DynamoDBv2.Model;

namespace Encrypted.Mapper.Conversion;

/// <summary>Arrays whose elements have no set form: L.</summary>
/// <typeparam name="T">The element type.</typeparam>
/// <typeparam name="TConversion">Its conversion.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct ArrayConversion<T, TConversion> : IValueConversion<T[]>
    where TConversion : struct, IValueConversion<T>
{
    /// <inheritdoc/>
    public static AttributeValue? Write(T[]? value, in AttributePath path, ConversionOptions options)
        => value is null ? null : ListItems<T, TConversion>.Write(value.AsSpan(), in path, options);

    /// <inheritdoc/>
    public static T[]? Read(AttributeValue value, in AttributePath path, ConversionOptions options)
    {
        if (value.NULL == true)
        {
            return null;
        }

        var items = new List<T>(StoredCount.Of(value));
        ListItems<T, TConversion>.ReadInto(items, value, in path, options);
        return items.ToArray();
    }
}
