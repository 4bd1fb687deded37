using Amazon.DynamoDBv2.Model;

namespace Encrypted.Mapper.Conversion;

/// <summary>What the conversions of strings and numbers share.</summary>
/// <typeparam name="T">The CLR type.</typeparam>
/// <typeparam name="TConversion">Its conversion.</typeparam>
internal static class TextScalar<T, TConversion>
    where TConversion : struct, ITextConversion<T>
{
    public static AttributeValue Write(T value)
    {
        var text = TConversion.ToText(value);
        return TConversion.IsNumber ? new AttributeValue { N = text } : new AttributeValue { S = text };
    }

    // A number is accepted where text is expected and the other way round, as the SDK does.
    public static T? Read(AttributeValue value, in AttributePath path)
    {
        if ((value.S ?? value.N) is { } text && TConversion.TryParse(text, out var result))
        {
            return result;
        }

        return value.NULL == true ? default : throw Error.AttributeType(in path);
    }
}
