using System.Diagnostics.CodeAnalysis;
using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.DataModel;
using Amazon.DynamoDBv2.DocumentModel;
using Encrypted.Mapper.Context;
using Encrypted.Mapper.Context.Expressions;
using Encrypted.Mapper.Context.Reading;
using Encrypted.Mapper.Conversion;
using Encrypted.Mapper.Model;

namespace Encrypted.Mapper;

public sealed partial class EncryptedDynamoContext
{
    /// <inheritdoc/>
    public IAsyncSearch<T> FromQueryAsync<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.All)] T>(QueryOperationConfig queryConfig)
        => FromQueryAsync<T>(queryConfig, (FromQueryConfig?)null!);

    /// <inheritdoc/>
    /// <remarks><c>AttributesToGet</c> is ignored for encrypted entities: rows are read whole, since a part of an item can't be verified.</remarks>
    public IAsyncSearch<T> FromQueryAsync<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.All)] T>(QueryOperationConfig queryConfig, FromQueryConfig fromQueryConfig)
    {
        if (_types.Find(typeof(T)) is not { } model)
        {
            return _stock.For(typeof(T), fromQueryConfig).FromQueryAsync<T>(queryConfig, fromQueryConfig);
        }

        ArgumentNullException.ThrowIfNull(queryConfig);
        var table = TableOf(model, fromQueryConfig);
        var options = _conversions.For(model, fromQueryConfig, fromQueryConfig?.RetrieveDateTimeInUtc);
        var scope = new ExpressionScope();
        var (keyCondition, filter) = Conditions(table, scope, queryConfig, options);
        var rows = new QueryRows(_client, table.Name, scope)
        {
            IndexName = KeyCondition.NameOf(table, queryConfig.IndexName),
            KeyCondition = keyCondition,
            Filter = filter,
            Backward = queryConfig.BackwardSearch,
            ConsistentRead = queryConfig.ConsistentRead,
            Limit = SearchSelection.Limit(queryConfig.Limit),
            Select = SearchSelection.For(queryConfig.Select, queryConfig.IndexName),
        };
        return Search<T>(QueryActivity, table, rows, options, PageToken.Read(queryConfig.PaginationToken));
    }

    /// <inheritdoc/>
    /// <remarks><c>ProjectionExpression</c> is ignored for encrypted entities: rows are read whole, since a part of an item can't be verified.</remarks>
    public IAsyncSearch<T> FromQueryAsync<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.All)] T>(QueryDocumentOperationRequest queryOperationRequest, FromQueryConfig fromQueryConfig)
    {
        if (_types.Find(typeof(T)) is null)
        {
            return _stock.For(typeof(T), fromQueryConfig).FromQueryAsync<T>(queryOperationRequest, fromQueryConfig);
        }

        ArgumentNullException.ThrowIfNull(queryOperationRequest);
        var queryConfig = new QueryOperationConfig
        {
            KeyExpression = queryOperationRequest.KeyConditionExpression,
            FilterExpression = queryOperationRequest.FilterExpression,
            Select = queryOperationRequest.Select,
            Limit = queryOperationRequest.Limit,
            ConsistentRead = queryOperationRequest.ConsistentRead,
            IndexName = queryOperationRequest.IndexName,
            BackwardSearch = queryOperationRequest.BackwardSearch,
            PaginationToken = queryOperationRequest.PaginationToken,
        };
        return FromQueryAsync<T>(queryConfig, fromQueryConfig);
    }

    private static (string KeyCondition, string? Filter) Conditions(EntityTable table, ExpressionScope scope, QueryOperationConfig query, ConversionOptions options)
    {
        var keys = KeyCondition.KeysOf(table, query.IndexName);
        var legacy = query.Filter?.ToConditions(SdkConversion(options)) ?? [];
        var filter = RawExpression.Write(table, scope, query.FilterExpression, options);
        if (RawExpression.Write(table, scope, query.KeyExpression, options) is not { } keyCondition)
        {
            (keyCondition, var legacyFilter) = KeyCondition.Split(table, scope, keys, legacy, query.ConditionalOperator);
            return (keyCondition, Both(filter, legacyFilter));
        }

        return (keyCondition, Both(filter, ConditionList.Write(table, scope, legacy, query.ConditionalOperator)));
    }

    private static string? Both(string? first, string? second)
        => first is null || second is null ? first ?? second : $"({first}) AND ({second})";

    private static DynamoDBEntryConversion SdkConversion(ConversionOptions options)
        => options.Schema == ConversionSchema.V2 ? DynamoDBEntryConversion.V2 : DynamoDBEntryConversion.V1;
}
