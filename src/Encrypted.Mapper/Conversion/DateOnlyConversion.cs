using System.ComponentModel;
using System.Globalization;
using Amazon.DynamoDBv2.Model;

namespace Encrypted.Mapper.Conversion;

/// <summary>Dates: S, ISO 8601.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct DateOnlyConversion : ITextConversion<DateOnly>
{
    private const string Format = "yyyy-MM-dd";

    /// <inheritdoc/>
    public static bool IsNumber => false;

    /// <inheritdoc/>
    public static AttributeValue? Write(DateOnly value, in AttributePath path, ConversionOptions options)
        => TextScalar<DateOnly, DateOnlyConversion>.Write(value);

    /// <inheritdoc/>
    public static DateOnly Read(AttributeValue value, in AttributePath path, ConversionOptions options)
        => TextScalar<DateOnly, DateOnlyConversion>.Read(value, in path);

    /// <inheritdoc/>
    public static string ToText(DateOnly value) => value.ToString(Format, CultureInfo.InvariantCulture);

    /// <inheritdoc/>
    public static bool TryParse(string text, out DateOnly value)
        => DateOnly.TryParseExact(text, Format, CultureInfo.InvariantCulture, DateTimeStyles.None, out value)
            || DateOnly.TryParse(text, CultureInfo.InvariantCulture, out value);
}
