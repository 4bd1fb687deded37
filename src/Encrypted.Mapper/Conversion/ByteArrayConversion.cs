using System.ComponentModel;
using Amazon.DynamoDBv2.Model;

namespace Encrypted.Mapper.Conversion;

/// <summary>Byte arrays: B, the empty one too.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct ByteArrayConversion : IBinaryConversion<byte[]>
{
    /// <inheritdoc/>
    public static AttributeValue? Write(byte[]? value, in AttributePath path, ConversionOptions options)
        => value is null ? null : new AttributeValue { B = ToStream(value) };

    /// <inheritdoc/>
    public static byte[]? Read(AttributeValue value, in AttributePath path, ConversionOptions options)
    {
        if (value.B is { } stream)
        {
            return FromStream(stream);
        }

        return value.NULL == true ? null : throw Error.AttributeType(in path);
    }

    /// <inheritdoc/>
    public static MemoryStream ToStream(byte[] value) => new(value, 0, value.Length, writable: false, publiclyVisible: true);

    /// <inheritdoc/>
    public static byte[] FromStream(MemoryStream stream) => stream.ToArray();
}
