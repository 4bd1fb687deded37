using System.Diagnostics.CodeAnalysis;
using Amazon.DynamoDBv2.DataModel;
using Encrypted.Mapper.Context;
using Encrypted.Mapper.Context.Plain;

namespace Encrypted.Mapper;

// Transactions of encrypted entities can't be made here, so that every part that is passed in is one of plain types.
public sealed partial class EncryptedDynamoContext
{
    /// <inheritdoc/>
    public ITransactGet<T> CreateTransactGet<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.All)] T>()
        => CreateTransactGet<T>((TransactGetConfig?)null!);

    /// <inheritdoc/>
    public ITransactGet<T> CreateTransactGet<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.All)] T>(TransactGetConfig transactGetConfig)
        => _types.Find(typeof(T)) is null
            ? _stock.For(typeof(T), transactGetConfig).CreateTransactGet<T>(transactGetConfig)
            : throw ContextErrors.NotSupported(UnsupportedMember.CreateTransactGet);

    /// <inheritdoc/>
    public ITransactWrite<T> CreateTransactWrite<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.All)] T>()
        => CreateTransactWrite<T>((TransactWriteConfig?)null!);

    /// <inheritdoc/>
    public ITransactWrite<T> CreateTransactWrite<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.All)] T>(TransactWriteConfig transactWriteConfig)
        => _types.Find(typeof(T)) is null
            ? new PlainTransactWrite<T>(_stock.For(typeof(T), transactWriteConfig).CreateTransactWrite<T>(transactWriteConfig), new PlainRoad(_stock, typeof(T), transactWriteConfig))
            : throw ContextErrors.NotSupported(UnsupportedMember.CreateTransactWrite);

    /// <inheritdoc/>
    public IMultiTableTransactGet CreateMultiTableTransactGet(params ITransactGet[] transactionParts)
        => _stock.ForStockParts().CreateMultiTableTransactGet(transactionParts);

    /// <inheritdoc/>
    public IMultiTableTransactWrite CreateMultiTableTransactWrite(params ITransactWrite[] transactionParts)
    {
        ArgumentNullException.ThrowIfNull(transactionParts);
        return new PlainMultiTableTransactWrite(_stock.ForStockParts, transactionParts);
    }

    /// <inheritdoc/>
    public Task ExecuteTransactGetAsync(ITransactGet[] transactionParts, CancellationToken cancellationToken = default)
        => _stock.ForStockParts().ExecuteTransactGetAsync(transactionParts, cancellationToken);

    /// <inheritdoc/>
    public Task ExecuteTransactWriteAsync(ITransactWrite[] transactionParts, CancellationToken cancellationToken = default)
        => CreateMultiTableTransactWrite(transactionParts).ExecuteAsync(cancellationToken);
}
