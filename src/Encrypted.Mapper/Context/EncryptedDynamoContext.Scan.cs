using System.Diagnostics.CodeAnalysis;
using Amazon.DynamoDBv2.DataModel;
using Amazon.DynamoDBv2.DocumentModel;
using Encrypted.Mapper.Context;
using Encrypted.Mapper.Context.Expressions;
using Encrypted.Mapper.Context.Reading;
using Encrypted.Mapper.Model;

namespace Encrypted.Mapper;

public sealed partial class EncryptedDynamoContext
{
    private const string ScanActivity = "EncryptedDynamo.Scan";

    /// <inheritdoc/>
    public IAsyncSearch<T> ScanAsync<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.All)] T>(IEnumerable<ScanCondition> conditions)
        => ScanAsync<T>(conditions, (ScanConfig?)null!);

    /// <inheritdoc/>
    public IAsyncSearch<T> ScanAsync<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.All)] T>(IEnumerable<ScanCondition> conditions, ScanConfig scanConfig)
    {
        if (_types.Find(typeof(T)) is not { } model)
        {
            return _stock.For(typeof(T), scanConfig).ScanAsync<T>(conditions, scanConfig);
        }

        List<ScanCondition> all = [.. conditions ?? [], .. scanConfig?.QueryFilter ?? []];
        return Scan<T>(model, all, expression: null, scanConfig);
    }

    /// <inheritdoc/>
    public IAsyncSearch<T> ScanAsync<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.All)] T>(ContextExpression filterExpression)
        => ScanAsync<T>(filterExpression, (ScanConfig?)null!);

    /// <inheritdoc/>
    public IAsyncSearch<T> ScanAsync<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.All)] T>(ContextExpression filterExpression, ScanConfig scanConfig)
        => _types.Find(typeof(T)) is { } model
            ? Scan<T>(model, scanConfig?.QueryFilter, filterExpression, scanConfig)
            : _stock.For(typeof(T), scanConfig).ScanAsync<T>(filterExpression, scanConfig);

    /// <inheritdoc/>
    public IAsyncSearch<T> FromScanAsync<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.All)] T>(ScanOperationConfig scanConfig)
        => FromScanAsync<T>(scanConfig, (FromScanConfig?)null!);

    /// <inheritdoc/>
    /// <remarks><c>AttributesToGet</c> is ignored for encrypted entities: rows are read whole, since a part of an item can't be verified.</remarks>
    public IAsyncSearch<T> FromScanAsync<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.All)] T>(ScanOperationConfig scanConfig, FromScanConfig fromScanConfig)
    {
        if (_types.Find(typeof(T)) is not { } model)
        {
            return _stock.For(typeof(T), fromScanConfig).FromScanAsync<T>(scanConfig, fromScanConfig);
        }

        ArgumentNullException.ThrowIfNull(scanConfig);
        var table = TableOf(model, fromScanConfig);
        var options = _conversions.For(model, fromScanConfig, fromScanConfig?.RetrieveDateTimeInUtc);
        var scope = new ExpressionScope();
        var filter = RawExpression.Write(table, scope, scanConfig.FilterExpression, options);
        var legacy = ConditionList.Write(table, scope, scanConfig.Filter?.ToConditions(SdkConversion(options)) ?? [], scanConfig.ConditionalOperator);
        var segmented = scanConfig.TotalSegments > 0;
        var rows = new ScanRows(_client, table.Name, scope)
        {
            IndexName = KeyCondition.NameOf(table, scanConfig.IndexName),
            Filter = Both(filter, legacy),
            ConsistentRead = scanConfig.ConsistentRead,
            Limit = SearchSelection.Limit(scanConfig.Limit),
            TotalSegments = segmented ? scanConfig.TotalSegments : null,
            Segment = segmented ? scanConfig.Segment : null,
            Select = SearchSelection.For(scanConfig.Select, scanConfig.IndexName),
        };
        return Search<T>(ScanActivity, table, rows, options, PageToken.Read(scanConfig.PaginationToken));
    }

    private ProtectedSearch<T> Scan<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.All)] T>(EntityModel model, List<ScanCondition>? conditions, ContextExpression? expression, ScanConfig? config)
    {
        var table = TableOf(model, config);
        var options = _conversions.For(model, config, config?.RetrieveDateTimeInUtc);
        var scope = new ExpressionScope();
        var rows = new ScanRows(_client, table.Name, scope)
        {
            IndexName = KeyCondition.NameOf(table, config?.IndexName),
            Filter = Filter(table, scope, conditions, config?.ConditionalOperator ?? ConditionalOperatorValues.And, expression, options),
            ConsistentRead = config?.ConsistentRead ?? _settings.Config.ConsistentRead ?? false,
        };
        return Search<T>(ScanActivity, table, rows, options, startKey: null);
    }
}
