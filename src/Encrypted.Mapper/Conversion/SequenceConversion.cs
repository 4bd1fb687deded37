using System.ComponentModel;
using Amazon.DynamoDBv2.Model;

namespace Encrypted.Mapper.Conversion;

/// <summary>
/// Properties typed as a collection interface: L, as the SDK writes the interfaces that it supports. They are read as
/// <see cref="List{T}"/>, which the SDK can't.
/// </summary>
/// <typeparam name="TSequence">The interface, one that <see cref="List{T}"/> implements.</typeparam>
/// <typeparam name="T">The element type.</typeparam>
/// <typeparam name="TConversion">Its conversion.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct SequenceConversion<TSequence, T, TConversion> : IValueConversion<TSequence>
    where TSequence : class, IEnumerable<T>
    where TConversion : struct, IValueConversion<T>
{
    /// <inheritdoc/>
    public static AttributeValue? Write(TSequence? value, in AttributePath path, ConversionOptions options)
        => value is null ? null : ListItems<T, TConversion>.Write(value, in path, options);

    /// <inheritdoc/>
    public static TSequence? Read(AttributeValue value, in AttributePath path, ConversionOptions options)
        => (TSequence?)(object?)ListConversion<T, TConversion>.Read(value, in path, options);
}
