using System.ComponentModel;
using Amazon.DynamoDBv2.Model;

namespace Encrypted.Mapper.Conversion;

/// <summary>Characters: S.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct CharConversion : ITextConversion<char>
{
    /// <inheritdoc/>
    public static bool IsNumber => false;

    /// <inheritdoc/>
    public static AttributeValue? Write(char value, in AttributePath path, ConversionOptions options)
        => TextScalar<char, CharConversion>.Write(value);

    /// <inheritdoc/>
    public static char Read(AttributeValue value, in AttributePath path, ConversionOptions options)
        => TextScalar<char, CharConversion>.Read(value, in path);

    /// <inheritdoc/>
    public static string ToText(char value) => value.ToString();

    /// <inheritdoc/>
    public static bool TryParse(string text, out char value)
        => char.TryParse(text, out value);
}
