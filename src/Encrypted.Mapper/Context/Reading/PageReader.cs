using System.Runtime.ExceptionServices;
using Amazon.DynamoDBv2.Model;
using Encrypted.Mapper.Telemetry;
using Microsoft.Extensions.Logging;

namespace Encrypted.Mapper.Context.Reading;

/// <summary>
/// Verifies and decrypts the rows of a page. Rows are decrypted in parallel, and nothing is published before each of
/// them is verified: one that can't be verified fails the page, unless the handler says to skip it.
/// </summary>
internal sealed class PageReader(EntityTable table, string? indexName, ReadOptions options, Func<UnverifiableRow, UnverifiableRowAction>? onUnverifiableRow, ILogger logger)
{
    public async Task<List<T>> ReadAsync<T>(IReadOnlyList<Dictionary<string, AttributeValue>> rows, CancellationToken cancellationToken)
    {
        var entities = new object?[rows.Count];
        var failures = new ItemVerificationException?[rows.Count];
        await Parallel.ForAsync(0, rows.Count, cancellationToken, DecryptAsync).ConfigureAwait(false);
        return Publish<T>(entities, failures);

        async ValueTask DecryptAsync(int row, CancellationToken stop)
        {
            try
            {
                entities[row] = await table.DecryptAsync(rows[row], indexName, options, stop).ConfigureAwait(false);
            }
            catch (ItemVerificationException failure)
            {
                failures[row] = failure;
            }
        }
    }

    private List<T> Publish<T>(object?[] entities, ItemVerificationException?[] failures)
    {
        var page = new List<T>(entities.Length);
        for (var row = 0; row < entities.Length; row++)
        {
            if (failures[row] is { } failure)
            {
                Handle(failure);
            }
            else
            {
                page.Add((T)entities[row]!);
            }
        }

        return page;
    }

    private void Handle(ItemVerificationException failure)
    {
        if (onUnverifiableRow?.Invoke(new UnverifiableRow(table.Name, indexName, failure.Rule)) != UnverifiableRowAction.Skip)
        {
            ExceptionDispatchInfo.Throw(failure);
        }

        ContextInstruments.CountSkipped(table.Name, failure.Rule);
        ContextLog.RowSkipped(logger, table.Model.EntityType.Name, table.Name, indexName, failure.Rule);
    }
}
