using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.DocumentModel;
using Amazon.DynamoDBv2.Model;

namespace Encrypted.Mapper.Context.Expressions;

/// <summary>Writes one legacy condition, an operator with its values, as expression text.</summary>
internal static class ConditionText
{
    public static ComparisonOperator OperatorOf(ScanOperator scanOperator) => scanOperator switch
    {
        ScanOperator.Equal => ComparisonOperator.EQ,
        ScanOperator.NotEqual => ComparisonOperator.NE,
        ScanOperator.LessThanOrEqual => ComparisonOperator.LE,
        ScanOperator.LessThan => ComparisonOperator.LT,
        ScanOperator.GreaterThanOrEqual => ComparisonOperator.GE,
        ScanOperator.GreaterThan => ComparisonOperator.GT,
        ScanOperator.IsNotNull => ComparisonOperator.NOT_NULL,
        ScanOperator.IsNull => ComparisonOperator.NULL,
        ScanOperator.Contains => ComparisonOperator.CONTAINS,
        ScanOperator.NotContains => ComparisonOperator.NOT_CONTAINS,
        ScanOperator.BeginsWith => ComparisonOperator.BEGINS_WITH,
        ScanOperator.In => ComparisonOperator.IN,
        ScanOperator.Between => ComparisonOperator.BETWEEN,
        _ => throw new ArgumentOutOfRangeException(nameof(scanOperator)),
    };

    public static ComparisonOperator OperatorOf(QueryOperator queryOperator) => queryOperator switch
    {
        QueryOperator.Equal => ComparisonOperator.EQ,
        QueryOperator.LessThanOrEqual => ComparisonOperator.LE,
        QueryOperator.LessThan => ComparisonOperator.LT,
        QueryOperator.GreaterThanOrEqual => ComparisonOperator.GE,
        QueryOperator.GreaterThan => ComparisonOperator.GT,
        QueryOperator.BeginsWith => ComparisonOperator.BEGINS_WITH,
        QueryOperator.Between => ComparisonOperator.BETWEEN,
        _ => throw new ArgumentOutOfRangeException(nameof(queryOperator)),
    };

    /// <summary>Whether the operator only asks if the attribute exists, which encryption doesn't change.</summary>
    public static bool AsksForExistence(ComparisonOperator comparison)
        => comparison == ComparisonOperator.NULL || comparison == ComparisonOperator.NOT_NULL;

    public static string Write(ExpressionScope scope, string attributeName, ComparisonOperator comparison, IReadOnlyList<AttributeValue> values)
    {
        RequireCount(comparison, values.Count);
        var name = scope.Name(attributeName);
        return comparison.Value switch
        {
            "EQ" => $"{name} = {scope.Value(values[0])}",
            "NE" => $"{name} <> {scope.Value(values[0])}",
            "LE" => $"{name} <= {scope.Value(values[0])}",
            "LT" => $"{name} < {scope.Value(values[0])}",
            "GE" => $"{name} >= {scope.Value(values[0])}",
            "GT" => $"{name} > {scope.Value(values[0])}",
            "NOT_NULL" => $"attribute_exists({name})",
            "NULL" => $"attribute_not_exists({name})",
            "CONTAINS" => $"contains({name}, {scope.Value(values[0])})",

            // As a legacy condition it doesn't hold for an absent attribute.
            "NOT_CONTAINS" => $"(attribute_exists({name}) AND NOT contains({name}, {scope.Value(values[0])}))",
            "BEGINS_WITH" => $"begins_with({name}, {scope.Value(values[0])})",
            "BETWEEN" => $"{name} BETWEEN {scope.Value(values[0])} AND {scope.Value(values[1])}",
            "IN" => $"{name} IN ({string.Join(", ", values.Select(scope.Value))})",
            _ => throw new ArgumentOutOfRangeException(nameof(comparison)),
        };
    }

    private static void RequireCount(ComparisonOperator comparison, int count)
    {
        var fits = comparison.Value switch
        {
            "NULL" or "NOT_NULL" => count == 0,
            "BETWEEN" => count == 2,
            "IN" => count > 0,
            _ => count == 1,
        };
        if (!fits)
        {
            throw new ArgumentException($"The operator {comparison.Value} was given a wrong number of values.");
        }
    }
}
