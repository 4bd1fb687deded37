using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.DocumentModel;
using Amazon.DynamoDBv2.Model;
using Encrypted.Mapper.Conversion;

namespace Encrypted.Mapper.Context.Expressions;

/// <summary>Takes an expression of the document model into a request, after its attributes were checked.</summary>
internal static class RawExpression
{
    public static string? Write(EntityTable table, ExpressionScope scope, Expression? expression, ConversionOptions options)
    {
        if (expression?.ExpressionStatement is not { Length: > 0 } statement)
        {
            return null;
        }

        var values = Convert(expression.ExpressionAttributeValues, options);
        ExpressionCheck.Check(table, statement, expression.ExpressionAttributeNames, values.Keys);
        scope.Import(expression.ExpressionAttributeNames, values);
        return statement;
    }

    private static Dictionary<string, AttributeValue> Convert(Dictionary<string, DynamoDBEntry>? values, ConversionOptions options)
    {
        var converted = new Dictionary<string, AttributeValue>(StringComparer.Ordinal);
        foreach (var (placeholder, entry) in values ?? [])
        {
            converted[placeholder] = Convert(entry, options);
        }

        return converted;
    }

    // An entry has no public conversion of its own; a document with a single entry has.
    private static AttributeValue Convert(DynamoDBEntry? entry, ConversionOptions options)
    {
        const string Name = "value";
        var conversion = options.Schema == ConversionSchema.V2 ? DynamoDBEntryConversion.V2 : DynamoDBEntryConversion.V1;
        return entry is not null && new Document { [Name] = entry }.ToAttributeMap(conversion, isEmptyStringValueEnabled: true).TryGetValue(Name, out var value)
            ? value
            : new AttributeValue { NULL = true };
    }
}
