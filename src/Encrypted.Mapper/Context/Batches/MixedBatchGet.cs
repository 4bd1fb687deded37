using Amazon.DynamoDBv2.DataModel;
using Encrypted.Mapper.Context.Plain;

namespace Encrypted.Mapper.Context.Batches;

/// <summary>Several batches of keys in one. Those of plain types are read by the stock context, after the encrypted ones.</summary>
internal sealed class MixedBatchGet(BatchReader reader, Func<IDynamoDBContext> stock, IEnumerable<IBatchGet> batches) : IMultiTableBatchGet
{
    private readonly List<IBatchGet> _batches = [.. batches.Select(batch => Own(reader, batch))];

    public int TotalKeys => _batches.Sum(batch => batch.TotalKeys);

    public void AddBatch(IBatchGet batch) => _batches.Add(Own(reader, batch));

    public async Task ExecuteAsync(CancellationToken cancellationToken = default)
    {
        if (_batches.OfType<IEncryptedBatchGet>().ToArray() is { Length: > 0 } encrypted)
        {
            await reader.ReadAsync(encrypted, maxRequests: 1, cancellationToken).ConfigureAwait(false);
        }

        if (_batches.OfType<IPlainPart<IBatchGet>>().ToArray() is { Length: > 0 } plain)
        {
            await stock().ExecuteBatchGetAsync([.. plain.Select(part => part.Checked())], cancellationToken).ConfigureAwait(false);
        }
    }

    private static IBatchGet Own(BatchReader reader, IBatchGet batch)
        => (batch is IEncryptedBatchGet encrypted && encrypted.Reader == reader) || batch is IPlainPart<IBatchGet> ? batch : throw ContextErrors.ForeignPart(nameof(batch));
}
