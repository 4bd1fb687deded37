using System.ComponentModel;
using System.Globalization;
using Amazon.DynamoDBv2.Model;

namespace Encrypted.Mapper.Conversion;

/// <summary>Times with an offset: S in the round-trip form, which the stock context has no mapping for.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct DateTimeOffsetConversion : ITextConversion<DateTimeOffset>
{
    /// <inheritdoc/>
    public static bool IsNumber => false;

    /// <inheritdoc/>
    public static AttributeValue? Write(DateTimeOffset value, in AttributePath path, ConversionOptions options)
        => TextScalar<DateTimeOffset, DateTimeOffsetConversion>.Write(value);

    /// <inheritdoc/>
    public static DateTimeOffset Read(AttributeValue value, in AttributePath path, ConversionOptions options)
        => TextScalar<DateTimeOffset, DateTimeOffsetConversion>.Read(value, in path);

    /// <inheritdoc/>
    public static string ToText(DateTimeOffset value) => value.ToString("o", CultureInfo.InvariantCulture);

    /// <inheritdoc/>
    public static bool TryParse(string text, out DateTimeOffset value)
        => DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out value);
}
