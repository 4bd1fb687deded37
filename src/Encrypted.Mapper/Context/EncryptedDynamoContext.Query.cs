using System.Diagnostics.CodeAnalysis;
using Amazon.DynamoDBv2.DataModel;
using Amazon.DynamoDBv2.DocumentModel;
using Amazon.DynamoDBv2.Model;
using Encrypted.Mapper.Context;
using Encrypted.Mapper.Context.Expressions;
using Encrypted.Mapper.Context.Reading;
using Encrypted.Mapper.Conversion;
using Encrypted.Mapper.Model;

namespace Encrypted.Mapper;

public sealed partial class EncryptedDynamoContext
{
    private const string QueryActivity = "EncryptedDynamo.Query";

    /// <inheritdoc/>
    public IAsyncSearch<T> QueryAsync<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.All)] T>(object hashKeyValue)
        => QueryAsync<T>(hashKeyValue, (QueryConfig?)null!);

    /// <inheritdoc/>
    public IAsyncSearch<T> QueryAsync<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.All)] T>(object hashKeyValue, QueryConfig queryConfig)
        => _types.Find(typeof(T)) is { } model
            ? Query<T>(model, hashKeyValue, sort: null, queryConfig)
            : _stock.For(typeof(T), queryConfig).QueryAsync<T>(hashKeyValue, queryConfig);

    /// <inheritdoc/>
    public IAsyncSearch<T> QueryAsync<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.All)] T>(object hashKeyValue, QueryOperator op, IEnumerable<object> values)
        => QueryAsync<T>(hashKeyValue, op, values, (QueryConfig?)null!);

    /// <inheritdoc/>
    public IAsyncSearch<T> QueryAsync<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.All)] T>(object hashKeyValue, QueryOperator op, IEnumerable<object> values, QueryConfig queryConfig)
    {
        if (_types.Find(typeof(T)) is not { } model)
        {
            return _stock.For(typeof(T), queryConfig).QueryAsync<T>(hashKeyValue, op, values, queryConfig);
        }

        ArgumentNullException.ThrowIfNull(values);
        return Query<T>(model, hashKeyValue, (op, values), queryConfig);
    }

    /// <inheritdoc/>
    public IAsyncSearch<T> QueryAsync<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.All)] T>(QueryConditional queryConditional, QueryConfig queryConfig)
        => _types.Find(typeof(T)) is null
            ? _stock.For(typeof(T), queryConfig).QueryAsync<T>(queryConditional, queryConfig)
            : throw ContextErrors.NotSupported(UnsupportedMember.QueryConditional);

    private ProtectedSearch<T> Query<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.All)] T>(
        EntityModel model, object partitionKey, (QueryOperator Operator, IEnumerable<object> Values)? sort, QueryConfig? config)
    {
        var table = TableOf(model, config);
        var options = _conversions.For(model, config, config?.RetrieveDateTimeInUtc);
        var scope = new ExpressionScope();
        var keys = KeyCondition.KeysOf(table, config?.IndexName);
        var keyCondition = KeyCondition.Write(table, scope, keys, partitionKey, options);
        if (sort is { } condition)
        {
            keyCondition += " AND " + KeyCondition.WriteSort(table, scope, keys, condition.Operator, condition.Values, options);
        }

        var rows = new QueryRows(_client, table.Name, scope)
        {
            IndexName = KeyCondition.NameOf(table, config?.IndexName),
            KeyCondition = keyCondition,
            Filter = Filter(table, scope, config?.QueryFilter, config?.ConditionalOperator ?? ConditionalOperatorValues.And, config?.Expression, options),
            Backward = config?.BackwardQuery ?? false,
            ConsistentRead = config?.ConsistentRead ?? _settings.Config.ConsistentRead ?? false,
        };
        return Search<T>(QueryActivity, table, rows, options, startKey: null);
    }

    private static string? Filter(
        EntityTable table, ExpressionScope scope, List<ScanCondition>? conditions, ConditionalOperatorValues joinedBy, ContextExpression? expression, ConversionOptions options)
    {
        if (expression?.Filter is not { } filter)
        {
            return ConditionList.Write(table, scope, conditions ?? [], joinedBy, options);
        }

        return conditions is not { Count: > 0 }
            ? FilterTranslator.Write(table, scope, filter, options)
            : throw new InvalidOperationException("QueryFilter can't be combined with a filter expression. Use one of them.");
    }

    private ProtectedSearch<T> Search<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.All)] T>(
        string activity, EntityTable table, IRowSource rows, ConversionOptions options, Dictionary<string, AttributeValue>? startKey)
    {
        var reader = new PageReader(table, rows.IndexName, new ReadOptions(options), _settings.OnUnverifiableRow, _logger);
        return new ProtectedSearch<T>(activity, table, rows, reader, startKey, _logger);
    }
}
