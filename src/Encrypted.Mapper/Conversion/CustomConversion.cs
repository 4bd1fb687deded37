using System.ComponentModel;
using Amazon.DynamoDBv2.Model;

namespace Encrypted.Mapper.Conversion;

/// <summary>Values that a converter of the user's converts.</summary>
/// <typeparam name="T">The CLR type.</typeparam>
/// <typeparam name="TConverter">The converter.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct CustomConversion<T, TConverter> : IValueConversion<T>
    where TConverter : IAttributeConverter<T>, new()
{
    private static readonly TConverter s_converter = new();

    /// <inheritdoc/>
    public static AttributeValue? Write(T? value, in AttributePath path, ConversionOptions options)
    {
        if (value is null)
        {
            return null;
        }

        try
        {
            return s_converter.ToAttributeValue(value);
        }
        catch (Exception error) when (Error.IsForeign(error))
        {
            throw Error.Converter(in path, error.GetType());
        }
    }

    /// <inheritdoc/>
    public static T? Read(AttributeValue value, in AttributePath path, ConversionOptions options)
    {
        if (value.NULL == true)
        {
            return default;
        }

        try
        {
            return s_converter.FromAttributeValue(value);
        }
        catch (Exception error) when (Error.IsForeign(error))
        {
            throw Error.Converter(in path, error.GetType());
        }
    }
}
