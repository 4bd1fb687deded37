using System.ComponentModel;
using Amazon.DynamoDBv2.Model;

namespace Encrypted.Mapper.Conversion;

/// <summary>
/// Points in time stored as epoch (<c>StoreAsEpoch</c>): N. A time that 32 bits can't hold is stored as text instead,
/// as the SDK does; <c>StoreAsEpochLong</c> has no such limit.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct EpochConversion : IValueConversion<DateTime>
{
    /// <inheritdoc/>
    public static AttributeValue? Write(DateTime value, in AttributePath path, ConversionOptions options)
    {
        var seconds = Math.Round(EpochSeconds.From(value));
        return seconds is >= int.MinValue and <= int.MaxValue
            ? EpochSeconds.Write((long)seconds)
            : DateTimeConversion.Write(value, in path, options);
    }

    /// <inheritdoc/>
    public static DateTime Read(AttributeValue value, in AttributePath path, ConversionOptions options)
        => EpochSeconds.Read(value, in path, options);
}
