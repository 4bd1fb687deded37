using System.ComponentModel;
using System.Globalization;
using Amazon.DynamoDBv2.Model;

namespace Encrypted.Mapper.Conversion;

/// <summary>Times of day: S, to the millisecond; what is finer is cut off.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct TimeOnlyConversion : ITextConversion<TimeOnly>
{
    private const string Format = "HH:mm:ss.fff";

    /// <inheritdoc/>
    public static bool IsNumber => false;

    /// <inheritdoc/>
    public static AttributeValue? Write(TimeOnly value, in AttributePath path, ConversionOptions options)
        => TextScalar<TimeOnly, TimeOnlyConversion>.Write(value);

    /// <inheritdoc/>
    public static TimeOnly Read(AttributeValue value, in AttributePath path, ConversionOptions options)
        => TextScalar<TimeOnly, TimeOnlyConversion>.Read(value, in path);

    /// <inheritdoc/>
    public static string ToText(TimeOnly value) => value.ToString(Format, CultureInfo.InvariantCulture);

    /// <inheritdoc/>
    public static bool TryParse(string text, out TimeOnly value)
        => TimeOnly.TryParseExact(text, Format, CultureInfo.InvariantCulture, DateTimeStyles.None, out value)
            || TimeOnly.TryParse(text, CultureInfo.InvariantCulture, out value);
}
