using System.ComponentModel;
using Amazon.DynamoDBv2.Model;

namespace Encrypted.Mapper.Conversion;

/// <summary>Hash sets of bytes: BS.</summary>
/// <typeparam name="T">The element type.</typeparam>
/// <typeparam name="TConversion">Its conversion.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct BinarySetConversion<T, TConversion> : IValueConversion<HashSet<T>>
    where T : class
    where TConversion : struct, IBinaryConversion<T>
{
    /// <inheritdoc/>
    public static AttributeValue? Write(HashSet<T>? value, in AttributePath path, ConversionOptions options)
        => value is null ? null : BinaryItems<T, TConversion>.WriteSet(value, in path);

    /// <inheritdoc/>
    public static HashSet<T>? Read(AttributeValue value, in AttributePath path, ConversionOptions options)
    {
        if (value.NULL == true)
        {
            return null;
        }

        var items = new HashSet<T>(StoredCount.Of(value));
        BinaryItems<T, TConversion>.ReadInto(items, value, in path, options);
        return items;
    }
}
