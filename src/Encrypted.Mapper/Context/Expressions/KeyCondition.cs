using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.DocumentModel;
using Amazon.DynamoDBv2.Model;
using Encrypted.Mapper.Conversion;
using Encrypted.Mapper.Model;

namespace Encrypted.Mapper.Context.Expressions;

/// <summary>Writes the key condition of a query on a table or on one of its indexes.</summary>
internal static class KeyCondition
{
    /// <summary>The keys that a query goes by.</summary>
    public static IndexModel KeysOf(EntityTable table, string? indexName)
    {
        if (string.IsNullOrEmpty(indexName))
        {
            return new IndexModel("", table.Model.PartitionKey, table.Model.SortKey);
        }

        foreach (var index in table.Model.Indexes)
        {
            if (string.Equals(index.Name, indexName, StringComparison.Ordinal))
            {
                return index;
            }
        }

        throw ContextErrors.UnknownIndex(table.Name);
    }

    /// <summary>The index's name as the model has it, since names that only a caller gives may not stand in logs and tags; <see langword="null"/> for the table itself.</summary>
    public static string? NameOf(EntityTable table, string? indexName) => string.IsNullOrEmpty(indexName) ? null : KeysOf(table, indexName).Name;

    public static string Write(EntityTable table, ExpressionScope scope, IndexModel keys, object? partitionKey, ConversionOptions options)
        => $"{scope.Name(keys.PartitionKey)} = {scope.Value(ItemKey.Part(table, keys.PartitionKey, partitionKey, options))}";

    public static string WriteSort(EntityTable table, ExpressionScope scope, IndexModel keys, QueryOperator queryOperator, IEnumerable<object> values, ConversionOptions options)
    {
        if (keys.SortKey is not { } sortKey)
        {
            throw ContextErrors.WithoutSortKey(table.Name, keys.Name.Length == 0 ? null : keys.Name);
        }

        return ConditionText.Write(scope, sortKey, ConditionText.OperatorOf(queryOperator), ConditionList.Convert(table, sortKey, values, options));
    }

    /// <summary>Parts the conditions of a legacy query into those on the keys and those that filter.</summary>
    public static (string KeyCondition, string? Filter) Split(EntityTable table, ExpressionScope scope, IndexModel keys, Dictionary<string, Condition> conditions, ConditionalOperatorValues joinedBy)
    {
        var onKeys = new List<KeyValuePair<string, Condition>>();
        var others = new List<KeyValuePair<string, Condition>>();
        foreach (var condition in conditions)
        {
            (condition.Key == keys.PartitionKey || condition.Key == keys.SortKey ? onKeys : others).Add(condition);
        }

        return (
            ConditionList.Write(table, scope, onKeys, ConditionalOperatorValues.And) ?? throw ContextErrors.KeyMissing(table.Name, keys.PartitionKey),
            ConditionList.Write(table, scope, others, joinedBy));
    }
}
