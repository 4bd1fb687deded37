using System.ComponentModel;
using System.Globalization;
using System.Numerics;
using Amazon.DynamoDBv2.Model;

namespace Encrypted.Mapper.Conversion;

/// <summary>Single and double precision numbers: N in their shortest round-trip form, with a lowercase exponent as the SDK writes it.</summary>
/// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct FloatingPointConversion<T> : ITextConversion<T>
    where T : struct, IBinaryFloatingPointIeee754<T>
{
    /// <inheritdoc/>
    public static bool IsNumber => true;

    /// <inheritdoc/>
    public static AttributeValue? Write(T value, in AttributePath path, ConversionOptions options)
        => TextScalar<T, FloatingPointConversion<T>>.Write(value);

    /// <inheritdoc/>
    public static T Read(AttributeValue value, in AttributePath path, ConversionOptions options)
        => TextScalar<T, FloatingPointConversion<T>>.Read(value, in path);

    /// <inheritdoc/>
    public static string ToText(T value) => value.ToString("r", CultureInfo.InvariantCulture);

    /// <inheritdoc/>
    public static bool TryParse(string text, out T value)
        => T.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out value);
}
