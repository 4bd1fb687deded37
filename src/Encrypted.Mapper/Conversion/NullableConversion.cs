using System.ComponentModel;
using Amazon.DynamoDBv2.Model;

namespace Encrypted.Mapper.Conversion;

/// <summary>Nullable value types: as the underlying type, or left out.</summary>
/// <typeparam name="T">The underlying type.</typeparam>
/// <typeparam name="TConversion">The underlying type's conversion.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct NullableConversion<T, TConversion> : IValueConversion<T?>
    where T : struct
    where TConversion : struct, IValueConversion<T>
{
    /// <inheritdoc/>
    public static AttributeValue? Write(T? value, in AttributePath path, ConversionOptions options)
        => value is { } present ? TConversion.Write(present, in path, options) : null;

    /// <inheritdoc/>
    public static T? Read(AttributeValue value, in AttributePath path, ConversionOptions options)
        => value.NULL == true ? null : TConversion.Read(value, in path, options);
}
