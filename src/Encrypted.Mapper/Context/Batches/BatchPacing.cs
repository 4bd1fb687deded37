using System.Security.Cryptography;
using Encrypted.Mapper.Telemetry;
using Microsoft.Extensions.Logging;

namespace Encrypted.Mapper.Context.Batches;

/// <summary>
/// Sends what the service leaves unprocessed again, after anything from nothing to a bound that doubles with each attempt
/// (full jitter), as long as the service gets on with it.
/// </summary>
internal sealed class BatchPacing(TimeProvider time, ILogger logger)
{
    /// <summary>How many attempts in a row may pass without one item processed.</summary>
    public const int MaxAttempts = 10;

    private const int BaseMilliseconds = 50;
    private const int MaxMilliseconds = 5_000;

    /// <summary>The longest wait after an attempt, counted from 1 since something was processed.</summary>
    public static TimeSpan Bound(int attempt) => TimeSpan.FromMilliseconds(Math.Min(MaxMilliseconds, BaseMilliseconds << Math.Min(attempt - 1, 10)));

    /// <summary>Sends a page until all of it is processed.</summary>
    /// <param name="page">The entries of the page.</param>
    /// <param name="all">The entries of the whole batch, to tell what remains of it.</param>
    /// <param name="send">Sends entries, and gives those that the service left.</param>
    /// <param name="cancellationToken">Ends the waits.</param>
    /// <exception cref="BatchIncompleteException">Attempt after attempt, nothing was processed.</exception>
    public async Task RunAsync<TEntry>(
        IReadOnlyCollection<TEntry> page, IReadOnlyCollection<TEntry> all, Func<IReadOnlyCollection<TEntry>, CancellationToken, Task<IReadOnlyCollection<TEntry>>> send, CancellationToken cancellationToken)
        where TEntry : BatchEntry
    {
        var attempt = 0;
        while (true)
        {
            var left = await send(page, cancellationToken).ConfigureAwait(false);
            MarkDone(page, left);
            if (left.Count == 0)
            {
                return;
            }

            attempt = left.Count < page.Count ? 1 : attempt + 1;
            page = left;
            var tables = new BatchTables(page).Names;
            ContextLog.BatchUnprocessed(logger, page.Count, tables, attempt);
            if (attempt == MaxAttempts)
            {
                throw ContextErrors.BatchIncomplete(tables, all.Count(entry => !entry.IsDone), MaxAttempts);
            }

            await Task.Delay(Jitter(attempt), time, cancellationToken).ConfigureAwait(false);
        }
    }

    private static void MarkDone<TEntry>(IReadOnlyCollection<TEntry> page, IReadOnlyCollection<TEntry> left)
        where TEntry : BatchEntry
    {
        foreach (var entry in page)
        {
            entry.IsDone = true;
        }

        foreach (var entry in left)
        {
            entry.IsDone = false;
        }
    }

    // Never nothing at all: what was just refused would be sent again at once.
    private static TimeSpan Jitter(int attempt) => TimeSpan.FromMilliseconds(1 + RandomNumberGenerator.GetInt32((int)Bound(attempt).TotalMilliseconds));
}
