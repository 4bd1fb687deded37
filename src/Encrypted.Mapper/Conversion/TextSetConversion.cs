using System.ComponentModel;
using Amazon.DynamoDBv2.Model;

namespace Encrypted.Mapper.Conversion;

/// <summary>Hash sets of strings or numbers: SS or NS.</summary>
/// <typeparam name="T">The element type.</typeparam>
/// <typeparam name="TConversion">Its conversion.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct TextSetConversion<T, TConversion> : IValueConversion<HashSet<T>>
    where TConversion : struct, ITextConversion<T>
{
    /// <inheritdoc/>
    public static AttributeValue? Write(HashSet<T>? value, in AttributePath path, ConversionOptions options)
        => value is null ? null : TextItems<T, TConversion>.WriteSet(value, in path);

    /// <inheritdoc/>
    public static HashSet<T>? Read(AttributeValue value, in AttributePath path, ConversionOptions options)
    {
        if (value.NULL == true)
        {
            return null;
        }

        var items = new HashSet<T>(StoredCount.Of(value));
        TextItems<T, TConversion>.ReadInto(items, value, in path, options);
        return items;
    }
}
