using System.ComponentModel;
using System.Globalization;
using Amazon.DynamoDBv2.Model;

namespace Encrypted.Mapper.Conversion;

/// <summary>
/// Points in time: S in UTC to the millisecond. A time of unspecified kind counts as local, and what is finer than a
/// millisecond is cut off, both as in the SDK.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct DateTimeConversion : ITextConversion<DateTime>
{
    private const string Format = @"yyyy-MM-dd\THH:mm:ss.fff\Z";
    private const DateTimeStyles Universal = DateTimeStyles.AdjustToUniversal | DateTimeStyles.AssumeUniversal;

    /// <inheritdoc/>
    public static bool IsNumber => false;

    /// <inheritdoc/>
    public static AttributeValue? Write(DateTime value, in AttributePath path, ConversionOptions options)
        => TextScalar<DateTime, DateTimeConversion>.Write(value);

    /// <inheritdoc/>
    public static DateTime Read(AttributeValue value, in AttributePath path, ConversionOptions options)
    {
        if (value.NULL == true)
        {
            return default;
        }

        var result = TextScalar<DateTime, DateTimeConversion>.Read(value, in path);
        return options.DateTimesInUtc ? result : result.ToLocalTime();
    }

    /// <inheritdoc/>
    public static string ToText(DateTime value) => value.ToUniversalTime().ToString(Format, CultureInfo.InvariantCulture);

    /// <inheritdoc/>
    public static bool TryParse(string text, out DateTime value)
        => DateTime.TryParseExact(text, Format, CultureInfo.InvariantCulture, Universal, out value)
            || DateTime.TryParse(text, CultureInfo.InvariantCulture, Universal, out value);
}
