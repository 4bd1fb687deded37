using System.ComponentModel;
using Amazon.DynamoDBv2.Model;

namespace Encrypted.Mapper.Conversion;

/// <summary>Memory streams: B with the whole content, wherever the stream's position is.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct MemoryStreamConversion : IBinaryConversion<MemoryStream>
{
    /// <inheritdoc/>
    public static AttributeValue? Write(MemoryStream? value, in AttributePath path, ConversionOptions options)
        => value is null ? null : new AttributeValue { B = ToStream(value) };

    /// <inheritdoc/>
    public static MemoryStream? Read(AttributeValue value, in AttributePath path, ConversionOptions options)
    {
        if (value.B is { } stream)
        {
            return FromStream(stream);
        }

        return value.NULL == true ? null : throw Error.AttributeType(in path);
    }

    /// <inheritdoc/>
    public static MemoryStream ToStream(MemoryStream value) => ByteArrayConversion.ToStream(value.ToArray());

    /// <inheritdoc/>
    public static MemoryStream FromStream(MemoryStream stream) => new(stream.ToArray());
}
