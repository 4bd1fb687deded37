using Amazon.DynamoDBv2;

namespace Encrypted.Mapper.Conversion;

/// <summary>The settings of the object persistence model that change how values are converted.</summary>
/// <param name="Schema">The conversion; <see cref="ConversionSchema.V1"/> is the SDK's default. Never <see cref="ConversionSchema.Unset"/>.</param>
/// <param name="EmptyStrings">Whether empty strings are stored (<c>IsEmptyStringValueEnabled</c>) rather than left out.</param>
/// <param name="DateTimesInUtc">Whether times are read with kind UTC (<c>RetrieveDateTimeInUtc</c>, the default) rather than local.</param>
public sealed record ConversionOptions(ConversionSchema Schema, bool EmptyStrings, bool DateTimesInUtc)
{
    /// <summary>The SDK's defaults: V1, empty strings left out, times in UTC.</summary>
    public static ConversionOptions Default { get; } = new(ConversionSchema.V1, EmptyStrings: false, DateTimesInUtc: true);
}
