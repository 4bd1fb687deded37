using System.ComponentModel;
using Amazon.DynamoDBv2.Model;

namespace Encrypted.Mapper.Conversion;

/// <summary>Dictionaries with string keys: M.</summary>
/// <typeparam name="T">The value type.</typeparam>
/// <typeparam name="TConversion">Its conversion.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct DictionaryConversion<T, TConversion> : IValueConversion<Dictionary<string, T>>
    where TConversion : struct, IValueConversion<T>
{
    /// <inheritdoc/>
    public static AttributeValue? Write(Dictionary<string, T>? value, in AttributePath path, ConversionOptions options)
        => value is null ? null : DictionaryItems<T, TConversion>.Write(value, in path, options);

    /// <inheritdoc/>
    public static Dictionary<string, T>? Read(AttributeValue value, in AttributePath path, ConversionOptions options)
    {
        if (value.NULL == true)
        {
            return null;
        }

        var entries = new Dictionary<string, T>(StoredCount.Of(value));
        DictionaryItems<T, TConversion>.ReadInto(entries, value, in path, options);
        return entries;
    }
}
