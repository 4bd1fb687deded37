using System.ComponentModel;
using System.Globalization;
using System.Numerics;
using Amazon.DynamoDBv2.Model;

namespace Encrypted.Mapper.Conversion;

/// <summary>Integers of every width: N.</summary>
/// <typeparam name="T">The integer type.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct IntegerConversion<T> : ITextConversion<T>
    where T : struct, IBinaryInteger<T>
{
    /// <inheritdoc/>
    public static bool IsNumber => true;

    /// <inheritdoc/>
    public static AttributeValue? Write(T value, in AttributePath path, ConversionOptions options)
        => TextScalar<T, IntegerConversion<T>>.Write(value);

    /// <inheritdoc/>
    public static T Read(AttributeValue value, in AttributePath path, ConversionOptions options)
        => TextScalar<T, IntegerConversion<T>>.Read(value, in path);

    /// <inheritdoc/>
    public static string ToText(T value) => value.ToString(null, CultureInfo.InvariantCulture);

    /// <inheritdoc/>
    public static bool TryParse(string text, out T value)
        => T.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out value);
}
