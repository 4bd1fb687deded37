using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using Amazon.DynamoDBv2.Model;

namespace Encrypted.Mapper.Conversion;

/// <summary>Strings: S. An empty string is left out unless the options keep it, as in the SDK.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct StringConversion : ITextConversion<string>
{
    /// <inheritdoc/>
    public static bool IsNumber => false;

    /// <inheritdoc/>
    public static AttributeValue? Write(string? value, in AttributePath path, ConversionOptions options)
        => value is null || (value.Length == 0 && !options.EmptyStrings) ? null : new AttributeValue { S = value };

    /// <inheritdoc/>
    public static string? Read(AttributeValue value, in AttributePath path, ConversionOptions options)
        => TextScalar<string, StringConversion>.Read(value, in path);

    /// <inheritdoc/>
    public static string ToText(string value) => value;

    /// <inheritdoc/>
    public static bool TryParse(string text, [MaybeNullWhen(false)] out string value)
    {
        value = text;
        return true;
    }
}
