using System.ComponentModel;
using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;

namespace Encrypted.Mapper.Conversion;

/// <summary>Booleans: N 1 or 0 in V1, BOOL in V2. Both are read in either.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct BooleanConversion : ITextConversion<bool>
{
    /// <inheritdoc/>
    public static bool IsNumber => true;

    /// <inheritdoc/>
    public static AttributeValue? Write(bool value, in AttributePath path, ConversionOptions options)
        => options.Schema == ConversionSchema.V1 ? new AttributeValue { N = ToText(value) } : new AttributeValue { BOOL = value };

    /// <inheritdoc/>
    public static bool Read(AttributeValue value, in AttributePath path, ConversionOptions options)
        => value.BOOL ?? TextScalar<bool, BooleanConversion>.Read(value, in path);

    /// <inheritdoc/>
    public static string ToText(bool value) => value ? "1" : "0";

    /// <inheritdoc/>
    public static bool TryParse(string text, out bool value)
    {
        value = text != "0";
        return true;
    }
}
