using System.ComponentModel;
using Amazon.DynamoDBv2.Model;

namespace Encrypted.Mapper.Conversion;

/// <summary>
/// Properties typed as a set interface: L, as the SDK writes them. They are read as
/// <see cref="HashSet{T}"/>, which the SDK can't.
/// </summary>
/// <typeparam name="TSet">The interface, one that <see cref="HashSet{T}"/> implements.</typeparam>
/// <typeparam name="T">The element type.</typeparam>
/// <typeparam name="TConversion">Its conversion.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct SetInterfaceConversion<TSet, T, TConversion> : IValueConversion<TSet>
    where TSet : class, IEnumerable<T>
    where TConversion : struct, IValueConversion<T>
{
    /// <inheritdoc/>
    public static AttributeValue? Write(TSet? value, in AttributePath path, ConversionOptions options)
        => value is null ? null : ListItems<T, TConversion>.Write(value, in path, options);

    /// <inheritdoc/>
    public static TSet? Read(AttributeValue value, in AttributePath path, ConversionOptions options)
        => (TSet?)(object?)HashSetConversion<T, TConversion>.Read(value, in path, options);
}
