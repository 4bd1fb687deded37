using System.Diagnostics.CodeAnalysis;
using Amazon.DynamoDBv2.DataModel;
using Encrypted.Mapper.Context;

namespace Encrypted.Mapper;

// As with batches, every part that is passed in belongs to the stock context.
public sealed partial class EncryptedDynamoContext
{
    private const string InsteadOfTransactGet = "load the entities one by one with LoadAsync and ConsistentRead.";
    private const string InsteadOfTransactWrite = "save the entities one by one with SaveAsync, guarded by [DynamoDBVersion] or a ConditionalExpression.";

    /// <inheritdoc/>
    public ITransactGet<T> CreateTransactGet<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.All)] T>()
        => CreateTransactGet<T>((TransactGetConfig?)null!);

    /// <inheritdoc/>
    public ITransactGet<T> CreateTransactGet<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.All)] T>(TransactGetConfig transactGetConfig)
        => _types.Find(typeof(T)) is null
            ? _stock.For(typeof(T), transactGetConfig).CreateTransactGet<T>(transactGetConfig)
            : throw ContextErrors.NotSupported("CreateTransactGet", InsteadOfTransactGet);

    /// <inheritdoc/>
    public ITransactWrite<T> CreateTransactWrite<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.All)] T>()
        => CreateTransactWrite<T>((TransactWriteConfig?)null!);

    /// <inheritdoc/>
    public ITransactWrite<T> CreateTransactWrite<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.All)] T>(TransactWriteConfig transactWriteConfig)
        => _types.Find(typeof(T)) is null
            ? _stock.For(typeof(T), transactWriteConfig).CreateTransactWrite<T>(transactWriteConfig)
            : throw ContextErrors.NotSupported("CreateTransactWrite", InsteadOfTransactWrite);

    /// <inheritdoc/>
    public IMultiTableTransactGet CreateMultiTableTransactGet(params ITransactGet[] transactionParts)
        => _stock.ForStockParts().CreateMultiTableTransactGet(transactionParts);

    /// <inheritdoc/>
    public IMultiTableTransactWrite CreateMultiTableTransactWrite(params ITransactWrite[] transactionParts)
        => _stock.ForStockParts().CreateMultiTableTransactWrite(transactionParts);

    /// <inheritdoc/>
    public Task ExecuteTransactGetAsync(ITransactGet[] transactionParts, CancellationToken cancellationToken = default)
        => _stock.ForStockParts().ExecuteTransactGetAsync(transactionParts, cancellationToken);

    /// <inheritdoc/>
    public Task ExecuteTransactWriteAsync(ITransactWrite[] transactionParts, CancellationToken cancellationToken = default)
        => _stock.ForStockParts().ExecuteTransactWriteAsync(transactionParts, cancellationToken);
}
