using Amazon.DynamoDBv2.DataModel;
using Amazon.DynamoDBv2.Model;

namespace Encrypted.Mapper.Context.Plain;

/// <summary>Several transactional writes in one, each checked again before they are sent.</summary>
internal sealed class PlainMultiTableTransactWrite(Func<IDynamoDBContext> stock, IReadOnlyList<ITransactWrite> parts) : IMultiTableTransactWrite
{
    private readonly List<IPlainPart<ITransactWrite>> _parts = [.. parts.Select(Own)];

    public List<ConsumedCapacity> ConsumedCapacity { get; private set; } = [];

    public void AddTransactionPart(ITransactWrite transactionPart) => _parts.Add(Own(transactionPart));

    public async Task ExecuteAsync(CancellationToken cancellationToken = default)
    {
        var transaction = stock().CreateMultiTableTransactWrite([.. _parts.Select(part => part.Checked())]);
        await transaction.ExecuteAsync(cancellationToken).ConfigureAwait(false);
        ConsumedCapacity = transaction.ConsumedCapacity;
    }

    private static IPlainPart<ITransactWrite> Own(ITransactWrite transactionPart)
        => transactionPart as IPlainPart<ITransactWrite> ?? throw ContextErrors.ForeignPart(nameof(transactionPart));
}
