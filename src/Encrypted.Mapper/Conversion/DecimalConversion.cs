using System.ComponentModel;
using System.Globalization;
using Amazon.DynamoDBv2.Model;

namespace Encrypted.Mapper.Conversion;

/// <summary>Decimals: N, with their trailing zeros.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct DecimalConversion : ITextConversion<decimal>
{
    /// <inheritdoc/>
    public static bool IsNumber => true;

    /// <inheritdoc/>
    public static AttributeValue? Write(decimal value, in AttributePath path, ConversionOptions options)
        => TextScalar<decimal, DecimalConversion>.Write(value);

    /// <inheritdoc/>
    public static decimal Read(AttributeValue value, in AttributePath path, ConversionOptions options)
        => TextScalar<decimal, DecimalConversion>.Read(value, in path);

    /// <inheritdoc/>
    public static string ToText(decimal value) => value.ToString("g", CultureInfo.InvariantCulture);

    /// <inheritdoc/>
    public static bool TryParse(string text, out decimal value)
        => decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out value);
}
