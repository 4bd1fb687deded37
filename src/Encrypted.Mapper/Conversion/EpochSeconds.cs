using System.Globalization;
using Amazon.DynamoDBv2.Model;

namespace Encrypted.Mapper.Conversion;

/// <summary>Points in time as whole seconds since 1970, rounded half to even from the millisecond as the SDK does.</summary>
internal static class EpochSeconds
{
    private const long MinSeconds = -62_135_596_800;
    private const long MaxSeconds = 253_402_300_799;

    public static double From(DateTime value)
    {
        var ticks = value.ToUniversalTime().Ticks;
        return new TimeSpan(ticks - (ticks % TimeSpan.TicksPerMillisecond) - DateTime.UnixEpoch.Ticks).TotalSeconds;
    }

    public static AttributeValue Write(long seconds) => new() { N = seconds.ToString(CultureInfo.InvariantCulture) };

    public static DateTime Read(AttributeValue value, in AttributePath path, ConversionOptions options)
    {
        if (value.N is null)
        {
            return DateTimeConversion.Read(value, in path, options);
        }

        if (!IntegerConversion<long>.TryParse(value.N, out var seconds) || seconds is < MinSeconds or > MaxSeconds)
        {
            throw Error.AttributeType(in path);
        }

        var time = DateTime.UnixEpoch.AddSeconds(seconds);
        return options.DateTimesInUtc ? time : time.ToLocalTime();
    }
}
