using System.Diagnostics.CodeAnalysis;
using Amazon.DynamoDBv2.DataModel;
using Encrypted.Mapper.Context;
using Encrypted.Mapper.Context.Batches;
using Encrypted.Mapper.Context.Plain;
using Encrypted.Mapper.Context.Reading;
using Encrypted.Mapper.Model;

namespace Encrypted.Mapper;

public sealed partial class EncryptedDynamoContext
{
    /// <inheritdoc/>
    public IBatchGet<T> CreateBatchGet<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.All)] T>()
        => CreateBatchGet<T>((BatchGetConfig?)null!);

    /// <inheritdoc/>
    public IBatchGet<T> CreateBatchGet<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.All)] T>(BatchGetConfig batchGetConfig)
    {
        if (_types.Find(typeof(T)) is not { } model)
        {
            var stock = _stock.For(typeof(T), batchGetConfig).CreateBatchGet<T>(batchGetConfig);
            return new PlainBatchGet<T>(stock, new PlainRoad(_stock, typeof(T), batchGetConfig), CreateMultiTableBatchGet);
        }

        var table = TableOf(model, batchGetConfig);
        var read = new ReadOptions(_conversions.For(model, batchGetConfig, batchGetConfig?.RetrieveDateTimeInUtc));
        var rows = new PageReader(table, indexName: null, read, _settings.OnUnverifiableRow, _logger);
        return new EncryptedBatchGet<T>(_batchReader, table, _conversions.For(model, batchGetConfig), rows, CreateMultiTableBatchGet)
        {
            ConsistentRead = batchGetConfig?.ConsistentRead ?? _settings.Config.ConsistentRead ?? false,
            MaxRequests = batchGetConfig?.MaxParallelBatches ?? 1,
        };
    }

    /// <inheritdoc/>
    public IBatchWrite<T> CreateBatchWrite<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.All)] T>()
        => CreateBatchWrite<T>((BatchWriteConfig?)null!);

    /// <inheritdoc/>
    public IBatchWrite<T> CreateBatchWrite<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.All)] T>(BatchWriteConfig batchWriteConfig)
    {
        if (_types.Find(typeof(T)) is { } model)
        {
            return BatchWriteOf<T>(model, batchWriteConfig);
        }

        var stock = _stock.For(typeof(T), batchWriteConfig).CreateBatchWrite<T>(batchWriteConfig);
        return new PlainBatchWrite<T>(stock, new PlainRoad(_stock, typeof(T), batchWriteConfig), CreateMultiTableBatchWrite);
    }

    /// <inheritdoc/>
    public IBatchWrite<object> CreateBatchWrite([DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.All)] Type valuesType)
        => CreateBatchWrite(valuesType, (BatchWriteConfig?)null!);

    /// <inheritdoc/>
    public IBatchWrite<object> CreateBatchWrite([DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.All)] Type valuesType, BatchWriteConfig batchWriteConfig)
    {
        ArgumentNullException.ThrowIfNull(valuesType);
        if (_types.Find(valuesType) is { } model)
        {
            return BatchWriteOf<object>(model, batchWriteConfig);
        }

        // This member of the stock context doesn't take null.
        var stock = _stock.For(valuesType, batchWriteConfig).CreateBatchWrite(valuesType, batchWriteConfig ?? new BatchWriteConfig());
        return new PlainBatchWrite<object>(stock, new PlainRoad(_stock, valuesType, batchWriteConfig), CreateMultiTableBatchWrite);
    }

    /// <inheritdoc/>
    public IMultiTableBatchGet CreateMultiTableBatchGet(params IBatchGet[] batches)
    {
        ArgumentNullException.ThrowIfNull(batches);
        return new MixedBatchGet(_batchReader, _stock.ForStockParts, batches);
    }

    /// <inheritdoc/>
    public IMultiTableBatchWrite CreateMultiTableBatchWrite(params IBatchWrite[] batches)
    {
        ArgumentNullException.ThrowIfNull(batches);
        return new MixedBatchWrite(_batchWriter, _stock.ForStockParts, batches);
    }

    /// <inheritdoc/>
    public Task ExecuteBatchGetAsync(params IBatchGet[] batches) => CreateMultiTableBatchGet(batches).ExecuteAsync();

    /// <inheritdoc/>
    public Task ExecuteBatchGetAsync(IBatchGet[] batches, CancellationToken cancellationToken = default)
        => CreateMultiTableBatchGet(batches).ExecuteAsync(cancellationToken);

    /// <inheritdoc/>
    public Task ExecuteBatchWriteAsync(IBatchWrite[] batches, CancellationToken cancellationToken = default)
        => CreateMultiTableBatchWrite(batches).ExecuteAsync(cancellationToken);

    private EncryptedBatchWrite<T> BatchWriteOf<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.All)] T>(EntityModel model, BatchWriteConfig? config)
    {
        if (model.VersionAttribute is not null && !(config?.SkipVersionCheck ?? _settings.Config.SkipVersionCheck ?? false))
        {
            throw ContextErrors.VersionInBatch(model.EntityType.Name);
        }

        var own = config as EncryptedBatchWriteConfig;
        var rules = new PutRules(own?.Mode ?? _settings.SaveMode, own?.UnknownAttributes ?? _settings.UnknownAttributes);
        return new EncryptedBatchWrite<T>(_batchWriter, TableOf(model, config), _conversions.For(model, config), rules, CreateMultiTableBatchWrite);
    }
}
