using System.ComponentModel;
using Amazon.DynamoDBv2.Model;

namespace Encrypted.Mapper.Conversion;

/// <summary>Addresses: S with the original text, which the stock context has no mapping for.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct UriConversion : IValueConversion<Uri>
{
    /// <inheritdoc/>
    public static AttributeValue? Write(Uri? value, in AttributePath path, ConversionOptions options)
        => StringConversion.Write(value?.OriginalString, in path, options);

    /// <inheritdoc/>
    public static Uri? Read(AttributeValue value, in AttributePath path, ConversionOptions options)
    {
        var text = StringConversion.Read(value, in path, options);
        if (text is null)
        {
            return null;
        }

        return Uri.TryCreate(text, UriKind.RelativeOrAbsolute, out var result) ? result : throw Error.AttributeType(in path);
    }
}
