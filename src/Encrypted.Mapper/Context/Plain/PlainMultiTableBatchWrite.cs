using Amazon.DynamoDBv2.DataModel;

namespace Encrypted.Mapper.Context.Plain;

/// <summary>Several batch writes in one, each checked again before they are sent.</summary>
internal sealed class PlainMultiTableBatchWrite(Func<IDynamoDBContext> stock, IReadOnlyList<IBatchWrite> batches) : IMultiTableBatchWrite
{
    private readonly List<IPlainPart<IBatchWrite>> _parts = [.. batches.Select(PlainParts.Of)];

    public void AddBatch(IBatchWrite batch) => _parts.Add(PlainParts.Of(batch));

    public Task ExecuteAsync(CancellationToken cancellationToken = default)
        => stock().ExecuteBatchWriteAsync([.. _parts.Select(part => part.Checked())], cancellationToken);
}
