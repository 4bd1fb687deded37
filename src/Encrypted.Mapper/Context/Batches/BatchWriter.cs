using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using Encrypted.Mapper.Telemetry;
using Microsoft.Extensions.Logging;

namespace Encrypted.Mapper.Context.Batches;

/// <summary>Writes the items of batches by <c>BatchWriteItem</c>. All of them are encrypted before the first is sent, so that one that can't be written fails the batch whole.</summary>
internal sealed class BatchWriter(IAmazonDynamoDB client, BatchPacing pacing, ILogger logger)
{
    private const int MaxItems = 25;

    /// <summary>Executes batches as one. Deletions go first, as the stock context sends them.</summary>
    public async Task WriteAsync(IReadOnlyCollection<IEncryptedBatchWrite> batches, CancellationToken cancellationToken)
    {
        var all = new BatchPage<WriteEntry>(batches.SelectMany(batch => batch.Entries()).OrderBy(entry => entry.IsDeletion ? 0 : 1));
        using var activity = ContextInstruments.Start("EncryptedDynamo.BatchWrite", all.Tables.Names);
        try
        {
            await Parallel.ForEachAsync(all.Entries, cancellationToken, static (entry, stop) => entry.ProtectAsync(stop)).ConfigureAwait(false);
            foreach (var page in Pages(all.Entries))
            {
                await WriteAsync(page, all.Entries, cancellationToken).ConfigureAwait(false);
            }

            ContextLog.BatchWritten(logger, all.Count, all.Tables.Names);
        }
        catch (EncryptedDynamoException error)
        {
            ContextInstruments.Fail(activity, error.Rule);
            throw;
        }
    }

    private async Task WriteAsync(List<WriteEntry> page, IReadOnlyCollection<WriteEntry> all, CancellationToken cancellationToken)
    {
        try
        {
            await pacing.RunAsync(page, all, SendAsync, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            foreach (var entry in page)
            {
                if (entry.IsDone)
                {
                    entry.Remember();
                }
            }
        }
    }

    private static IEnumerable<List<WriteEntry>> Pages(IEnumerable<WriteEntry> entries)
    {
        var page = new List<WriteEntry>(MaxItems);
        long size = 0;
        foreach (var entry in entries)
        {
            var added = entry.RequestSize();
            if (page.Count == MaxItems || (page.Count > 0 && size + added > RequestSize.Limit))
            {
                yield return page;
                page = new List<WriteEntry>(MaxItems);
                size = 0;
            }

            page.Add(entry);
            size += added;
        }

        if (page.Count > 0)
        {
            yield return page;
        }
    }

    private async Task<IReadOnlyCollection<WriteEntry>> SendAsync(IReadOnlyCollection<WriteEntry> entries, CancellationToken cancellationToken)
    {
        var request = new BatchWriteItemRequest { RequestItems = [] };
        foreach (var table in entries.GroupBy(entry => entry.Table.Name, StringComparer.Ordinal))
        {
            request.RequestItems[table.Key] = [.. table.Select(entry => entry.Request())];
        }

        var response = await ServiceCall.SendAsync(client.BatchWriteItemAsync(request, cancellationToken)).ConfigureAwait(false);

        // What is sent again is what was sent, not what came back.
        var open = new BatchPage<WriteEntry>(entries);
        var left = new List<WriteEntry>();
        foreach (var (table, rest) in response.UnprocessedItems ?? [])
        {
            left.AddRange(rest.Select(write => open.Take(table, write.PutRequest?.Item ?? write.DeleteRequest?.Key ?? [])));
        }

        return left;
    }
}
