using System.ComponentModel;
using System.Runtime.InteropServices;
using Amazon.DynamoDBv2.Model;

namespace Encrypted.Mapper.Conversion;

/// <summary>Lists of strings or numbers: SS or NS in V1, L in V2.</summary>
/// <typeparam name="T">The element type.</typeparam>
/// <typeparam name="TConversion">Its conversion.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct TextListConversion<T, TConversion> : IValueConversion<List<T>>
    where TConversion : struct, ITextConversion<T>
{
    /// <inheritdoc/>
    public static AttributeValue? Write(List<T>? value, in AttributePath path, ConversionOptions options)
        => value is null ? null : TextItems<T, TConversion>.Write(CollectionsMarshal.AsSpan(value), in path, options);

    /// <inheritdoc/>
    public static List<T>? Read(AttributeValue value, in AttributePath path, ConversionOptions options)
    {
        if (value.NULL == true)
        {
            return null;
        }

        var items = new List<T>(StoredCount.Of(value));
        TextItems<T, TConversion>.ReadInto(items, value, in path, options);
        return items;
    }
}
