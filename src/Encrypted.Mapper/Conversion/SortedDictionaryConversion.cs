using System.ComponentModel;
using Amazon.DynamoDBv2.Model;

namespace Encrypted.Mapper.Conversion;

/// <summary>Sorted dictionaries with string keys: M.</summary>
/// <typeparam name="T">The value type.</typeparam>
/// <typeparam name="TConversion">Its conversion.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct SortedDictionaryConversion<T, TConversion> : IValueConversion<SortedDictionary<string, T>>
    where TConversion : struct, IValueConversion<T>
{
    /// <inheritdoc/>
    public static AttributeValue? Write(SortedDictionary<string, T>? value, in AttributePath path, ConversionOptions options)
        => value is null ? null : DictionaryItems<T, TConversion>.Write(value, value.Count, in path, options);

    /// <inheritdoc/>
    public static SortedDictionary<string, T>? Read(AttributeValue value, in AttributePath path, ConversionOptions options)
    {
        if (value.NULL == true)
        {
            return null;
        }

        var entries = new SortedDictionary<string, T>();
        DictionaryItems<T, TConversion>.ReadInto(entries, value, in path, options);
        return entries;
    }
}
