using System.ComponentModel;
using Amazon.DynamoDBv2.Model;

namespace Encrypted.Mapper.Conversion;

/// <summary>Points in time stored as epoch in 64 bits (<c>StoreAsEpochLong</c>): N.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct EpochLongConversion : IValueConversion<DateTime>
{
    /// <inheritdoc/>
    public static AttributeValue? Write(DateTime value, in AttributePath path, ConversionOptions options)
        => EpochSeconds.Write((long)Math.Round(EpochSeconds.From(value)));

    /// <inheritdoc/>
    public static DateTime Read(AttributeValue value, in AttributePath path, ConversionOptions options)
        => EpochSeconds.Read(value, in path, options);
}
