using System.ComponentModel;
using Amazon.DynamoDBv2.Model;

namespace Encrypted.Mapper.Conversion;

/// <summary>Guids: S in lowercase with hyphens.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct GuidConversion : ITextConversion<Guid>
{
    /// <inheritdoc/>
    public static bool IsNumber => false;

    /// <inheritdoc/>
    public static AttributeValue? Write(Guid value, in AttributePath path, ConversionOptions options)
        => TextScalar<Guid, GuidConversion>.Write(value);

    /// <inheritdoc/>
    public static Guid Read(AttributeValue value, in AttributePath path, ConversionOptions options)
        => TextScalar<Guid, GuidConversion>.Read(value, in path);

    /// <inheritdoc/>
    public static string ToText(Guid value) => value.ToString("D");

    /// <inheritdoc/>
    public static bool TryParse(string text, out Guid value)
        => Guid.TryParse(text, out value);
}
