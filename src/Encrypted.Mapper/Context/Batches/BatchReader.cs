using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using Encrypted.Mapper.Telemetry;
using Microsoft.Extensions.Logging;

namespace Encrypted.Mapper.Context.Batches;

/// <summary>Reads the keys of batches by <c>BatchGetItem</c>, never projected. Nothing is published before everything is verified.</summary>
internal sealed class BatchReader(IAmazonDynamoDB client, BatchPacing pacing, ILogger logger)
{
    private const int MaxKeys = 100;

    /// <summary>Executes batches as one.</summary>
    /// <param name="batches">The batches.</param>
    /// <param name="maxRequests">How many requests may be under way at once.</param>
    /// <param name="cancellationToken">Ends the requests and the waits between them.</param>
    public async Task ReadAsync(IReadOnlyCollection<IEncryptedBatchGet> batches, int maxRequests, CancellationToken cancellationToken)
    {
        var entries = batches.Select(batch => (Batch: batch, Entries: batch.Entries())).ToArray();
        var all = new BatchPage<ReadEntry>(entries.SelectMany(part => part.Entries));
        using var activity = ContextInstruments.Start("EncryptedDynamo.BatchGet", all.Tables.Names);
        try
        {
            var options = new ParallelOptions { MaxDegreeOfParallelism = Math.Max(1, maxRequests), CancellationToken = cancellationToken };
            await Parallel.ForEachAsync(
                all.Entries.Chunk(MaxKeys),
                options,
                async (page, stop) => await pacing.RunAsync(page, all.Entries, SendAsync, stop).ConfigureAwait(false)).ConfigureAwait(false);
            foreach (var (batch, own) in entries)
            {
                await batch.VerifyAsync(own, cancellationToken).ConfigureAwait(false);
            }

            foreach (var batch in batches)
            {
                batch.Publish();
            }

            ContextLog.BatchRead(logger, all.Count, all.Tables.Names);
        }
        catch (EncryptedDynamoException error)
        {
            ContextInstruments.Fail(activity, error.Rule);
            throw;
        }
    }

    private async Task<IReadOnlyCollection<ReadEntry>> SendAsync(IReadOnlyCollection<ReadEntry> entries, CancellationToken cancellationToken)
    {
        var request = new BatchGetItemRequest { RequestItems = [] };
        foreach (var table in entries.GroupBy(entry => entry.Table.Name, StringComparer.Ordinal))
        {
            request.RequestItems[table.Key] = new KeysAndAttributes { Keys = [.. table.Select(entry => entry.Key)], ConsistentRead = table.Any(entry => entry.ConsistentRead) };
        }

        var response = await ServiceCall.SendAsync(client.BatchGetItemAsync(request, cancellationToken)).ConfigureAwait(false);
        var open = new BatchPage<ReadEntry>(entries);
        foreach (var (table, rows) in response.Responses ?? [])
        {
            foreach (var row in rows)
            {
                open.Take(table, row).Row = row;
            }
        }

        var left = new List<ReadEntry>();
        foreach (var (table, rest) in response.UnprocessedKeys ?? [])
        {
            left.AddRange((rest.Keys ?? []).Select(key => open.Take(table, key)));
        }

        return left;
    }
}
