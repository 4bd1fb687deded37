using Amazon.DynamoDBv2.DataModel;
using Encrypted.Mapper.Context.Plain;

namespace Encrypted.Mapper.Context.Batches;

/// <summary>Several batches of writes in one. Those of plain types are written by the stock context, after the encrypted ones and after each table was checked again.</summary>
internal sealed class MixedBatchWrite(BatchWriter writer, Func<IDynamoDBContext> stock, IEnumerable<IBatchWrite> batches) : IMultiTableBatchWrite
{
    private readonly List<IBatchWrite> _batches = [.. batches.Select(batch => Own(writer, batch))];

    public void AddBatch(IBatchWrite batch) => _batches.Add(Own(writer, batch));

    public async Task ExecuteAsync(CancellationToken cancellationToken = default)
    {
        var plain = _batches.OfType<IPlainPart<IBatchWrite>>().Select(part => part.Checked()).ToArray();
        if (_batches.OfType<IEncryptedBatchWrite>().ToArray() is { Length: > 0 } encrypted)
        {
            await writer.WriteAsync(encrypted, cancellationToken).ConfigureAwait(false);
        }

        if (plain.Length > 0)
        {
            await stock().ExecuteBatchWriteAsync(plain, cancellationToken).ConfigureAwait(false);
        }
    }

    private static IBatchWrite Own(BatchWriter writer, IBatchWrite batch)
        => (batch is IEncryptedBatchWrite encrypted && encrypted.Writer == writer) || batch is IPlainPart<IBatchWrite> ? batch : throw ContextErrors.ForeignPart(nameof(batch));
}
