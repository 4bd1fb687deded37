using System.Diagnostics.CodeAnalysis;
using Amazon.DynamoDBv2.DataModel;
using Encrypted.Mapper.Context;
using Encrypted.Mapper.Context.Plain;

namespace Encrypted.Mapper;

// Batches of encrypted entities can't be made here, so that every part that is passed in is one of plain types.
public sealed partial class EncryptedDynamoContext
{
    /// <inheritdoc/>
    public IBatchGet<T> CreateBatchGet<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.All)] T>()
        => CreateBatchGet<T>((BatchGetConfig?)null!);

    /// <inheritdoc/>
    public IBatchGet<T> CreateBatchGet<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.All)] T>(BatchGetConfig batchGetConfig)
        => _types.Find(typeof(T)) is null
            ? _stock.For(typeof(T), batchGetConfig).CreateBatchGet<T>(batchGetConfig)
            : throw ContextErrors.NotSupported(UnsupportedMember.CreateBatchGet);

    /// <inheritdoc/>
    public IBatchWrite<T> CreateBatchWrite<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.All)] T>()
        => CreateBatchWrite<T>((BatchWriteConfig?)null!);

    /// <inheritdoc/>
    public IBatchWrite<T> CreateBatchWrite<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.All)] T>(BatchWriteConfig batchWriteConfig)
        => _types.Find(typeof(T)) is null
            ? new PlainBatchWrite<T>(_stock.For(typeof(T), batchWriteConfig).CreateBatchWrite<T>(batchWriteConfig), new PlainRoad(_stock, typeof(T), batchWriteConfig), CreateMultiTableBatchWrite)
            : throw ContextErrors.NotSupported(UnsupportedMember.CreateBatchWrite);

    /// <inheritdoc/>
    public IBatchWrite<object> CreateBatchWrite([DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.All)] Type valuesType)
        => CreateBatchWrite(valuesType, (BatchWriteConfig?)null!);

    /// <inheritdoc/>
    public IBatchWrite<object> CreateBatchWrite([DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.All)] Type valuesType, BatchWriteConfig batchWriteConfig)
    {
        ArgumentNullException.ThrowIfNull(valuesType);
        return _types.Find(valuesType) is null
            ? new PlainBatchWrite<object>(_stock.For(valuesType, batchWriteConfig).CreateBatchWrite(valuesType, batchWriteConfig ?? new BatchWriteConfig()), new PlainRoad(_stock, valuesType, batchWriteConfig), CreateMultiTableBatchWrite)
            : throw ContextErrors.NotSupported(UnsupportedMember.CreateBatchWrite);
    }

    /// <inheritdoc/>
    public IMultiTableBatchGet CreateMultiTableBatchGet(params IBatchGet[] batches) => _stock.ForStockParts().CreateMultiTableBatchGet(batches);

    /// <inheritdoc/>
    public IMultiTableBatchWrite CreateMultiTableBatchWrite(params IBatchWrite[] batches)
    {
        ArgumentNullException.ThrowIfNull(batches);
        return new PlainMultiTableBatchWrite(_stock.ForStockParts, batches);
    }

    /// <inheritdoc/>
    public Task ExecuteBatchGetAsync(params IBatchGet[] batches) => _stock.ForStockParts().ExecuteBatchGetAsync(batches);

    /// <inheritdoc/>
    public Task ExecuteBatchGetAsync(IBatchGet[] batches, CancellationToken cancellationToken = default)
        => _stock.ForStockParts().ExecuteBatchGetAsync(batches, cancellationToken);

    /// <inheritdoc/>
    public Task ExecuteBatchWriteAsync(IBatchWrite[] batches, CancellationToken cancellationToken = default)
        => CreateMultiTableBatchWrite(batches).ExecuteAsync(cancellationToken);
}
