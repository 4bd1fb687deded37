using System.ComponentModel;
using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.DataModel;
using Amazon.DynamoDBv2.DocumentModel;
using Amazon.DynamoDBv2.Model;

namespace Encrypted.Mapper.Conversion;

/// <summary>
/// Values that one of the SDK's property converters converts, by way of the document model. Like the stock context it
/// asks the converter about stored nulls too, but never about a property that is null.
/// </summary>
/// <typeparam name="T">The CLR type.</typeparam>
/// <typeparam name="TConverter">The converter.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct EntryConversion<T, TConverter> : IValueConversion<T>
    where TConverter : IPropertyConverter, new()
{
    // The document model converts whole documents only.
    private const string Key = "v";

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
            if (s_converter.ToEntry(value) is not { } entry)
            {
                return null;
            }

            var document = new Document { [Key] = entry };
            var conversion = options.Schema == ConversionSchema.V2 ? DynamoDBEntryConversion.V2 : DynamoDBEntryConversion.V1;
            return document.ToAttributeMap(conversion, options.EmptyStrings).GetValueOrDefault(Key);
        }
        catch (Exception error) when (Error.IsForeign(error))
        {
            throw Error.Converter(in path, error.GetType());
        }
    }

    /// <inheritdoc/>
    public static T? Read(AttributeValue value, in AttributePath path, ConversionOptions options)
    {
        object? converted;
        try
        {
            var document = Document.FromAttributeMap(new Dictionary<string, AttributeValue>(1) { [Key] = value });
            converted = s_converter.FromEntry(document[Key]);
        }
        catch (Exception error) when (Error.IsForeign(error))
        {
            throw Error.Converter(in path, error.GetType());
        }

        return converted switch
        {
            null => default,
            T result => result,
            _ => throw Error.AttributeType(in path),
        };
    }
}
