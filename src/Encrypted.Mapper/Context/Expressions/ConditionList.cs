using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.DataModel;
using Amazon.DynamoDBv2.DocumentModel;
using Amazon.DynamoDBv2.Model;
using Encrypted.Mapper.Conversion;

namespace Encrypted.Mapper.Context.Expressions;

/// <summary>Writes lists of legacy conditions as one filter expression.</summary>
internal static class ConditionList
{
    /// <summary>Conditions on properties, as the object persistence model has them.</summary>
    public static string? Write(EntityTable table, ExpressionScope scope, IEnumerable<ScanCondition> conditions, ConditionalOperatorValues joinedBy, ConversionOptions options)
    {
        var parts = new List<string>();
        foreach (var condition in conditions)
        {
            if (!table.Attributes.TryGetByProperty(condition.PropertyName, out var attribute))
            {
                throw ContextErrors.UnknownProperty(table.Name);
            }

            var comparison = ConditionText.OperatorOf(condition.Operator);
            RequireClear(table, attribute.AttributeName, comparison);
            parts.Add(ConditionText.Write(scope, attribute.AttributeName, comparison, Convert(table, attribute.AttributeName, condition.Values, options)));
        }

        return Join(parts, joinedBy);
    }

    /// <summary>Conditions on attributes, as the document model has them.</summary>
    public static string? Write(EntityTable table, ExpressionScope scope, IEnumerable<KeyValuePair<string, Condition>> conditions, ConditionalOperatorValues joinedBy)
    {
        var parts = new List<string>();
        foreach (var (attributeName, condition) in conditions)
        {
            RequireClear(table, attributeName, condition.ComparisonOperator);
            parts.Add(ConditionText.Write(scope, attributeName, condition.ComparisonOperator, condition.AttributeValueList ?? []));
        }

        return Join(parts, joinedBy);
    }

    public static List<AttributeValue> Convert(EntityTable table, string attributeName, IEnumerable<object>? values, ConversionOptions options)
    {
        var converted = new List<AttributeValue>();
        foreach (var value in values ?? [])
        {
            converted.Add(table.Model.ToAttributeValue(attributeName, value, options) ?? throw ContextErrors.ConditionValue(table.Name, attributeName));
        }

        return converted;
    }

    private static void RequireClear(EntityTable table, string attributeName, ComparisonOperator comparison)
    {
        if (!ConditionText.AsksForExistence(comparison))
        {
            AttributeUse.RequireClear(table, attributeName);
        }
    }

    private static string? Join(List<string> parts, ConditionalOperatorValues joinedBy)
        => parts.Count == 0 ? null : string.Join(joinedBy == ConditionalOperatorValues.Or ? " OR " : " AND ", parts);
}
