using System.ComponentModel;
using Amazon.DynamoDBv2.Model;

namespace Encrypted.Mapper.Conversion;

/// <summary>Properties typed as a dictionary interface: M. They are read as <see cref="Dictionary{TKey, TValue}"/>. The stock context has no mapping for them.</summary>
/// <typeparam name="TDictionary">The interface, one that <see cref="Dictionary{TKey, TValue}"/> implements.</typeparam>
/// <typeparam name="T">The value type.</typeparam>
/// <typeparam name="TConversion">Its conversion.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct DictionaryInterfaceConversion<TDictionary, T, TConversion> : IValueConversion<TDictionary>
    where TDictionary : class, IEnumerable<KeyValuePair<string, T>>
    where TConversion : struct, IValueConversion<T>
{
    /// <inheritdoc/>
    public static AttributeValue? Write(TDictionary? value, in AttributePath path, ConversionOptions options)
        => value is null ? null : DictionaryItems<T, TConversion>.Write(value, count: 0, in path, options);

    /// <inheritdoc/>
    public static TDictionary? Read(AttributeValue value, in AttributePath path, ConversionOptions options)
        => (TDictionary?)(object?)DictionaryConversion<T, TConversion>.Read(value, in path, options);
}
