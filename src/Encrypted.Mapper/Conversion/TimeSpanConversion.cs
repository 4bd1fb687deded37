using System.ComponentModel;
using System.Globalization;
using Amazon.DynamoDBv2.Model;

namespace Encrypted.Mapper.Conversion;

/// <summary>Durations: S in the constant form, which the stock context has no mapping for.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct TimeSpanConversion : ITextConversion<TimeSpan>
{
    /// <inheritdoc/>
    public static bool IsNumber => false;

    /// <inheritdoc/>
    public static AttributeValue? Write(TimeSpan value, in AttributePath path, ConversionOptions options)
        => TextScalar<TimeSpan, TimeSpanConversion>.Write(value);

    /// <inheritdoc/>
    public static TimeSpan Read(AttributeValue value, in AttributePath path, ConversionOptions options)
        => TextScalar<TimeSpan, TimeSpanConversion>.Read(value, in path);

    /// <inheritdoc/>
    public static string ToText(TimeSpan value) => value.ToString("c", CultureInfo.InvariantCulture);

    /// <inheritdoc/>
    public static bool TryParse(string text, out TimeSpan value)
        => TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out value);
}
