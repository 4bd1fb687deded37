using Microsoft.Extensions.Logging;

namespace Encrypted.Mapper.Telemetry;

/// <summary>The log messages of the context. Event ids never change; arguments are names from the model and rules only.</summary>
internal static partial class ContextLog
{
    [LoggerMessage(1001, LogLevel.Debug, "Saved an item of {EntityType} to table {Table}.")]
    public static partial void Saved(ILogger logger, string entityType, string table);

    [LoggerMessage(1002, LogLevel.Debug, "Loaded an item of {EntityType} from table {Table}.")]
    public static partial void Loaded(ILogger logger, string entityType, string table);

    [LoggerMessage(1003, LogLevel.Debug, "No item of {EntityType} in table {Table} under the given key.")]
    public static partial void NotFound(ILogger logger, string entityType, string table);

    [LoggerMessage(1004, LogLevel.Debug, "Deleted an item of {EntityType} from table {Table}.")]
    public static partial void Deleted(ILogger logger, string entityType, string table);

    [LoggerMessage(1005, LogLevel.Debug, "Read a page of {Count} items of {EntityType} from table {Table}.")]
    public static partial void PageRead(ILogger logger, int count, string entityType, string table);

    [LoggerMessage(1006, LogLevel.Debug, "Updated an item of {EntityType} in table {Table} at attempt {Attempt}.")]
    public static partial void Updated(ILogger logger, string entityType, string table, int attempt);

    [LoggerMessage(1011, LogLevel.Debug, "Read a batch of {Count} keys from table {Tables}.")]
    public static partial void BatchRead(ILogger logger, int count, string tables);

    [LoggerMessage(1012, LogLevel.Debug, "Wrote a batch of {Count} items to table {Tables}.")]
    public static partial void BatchWritten(ILogger logger, int count, string tables);

    [LoggerMessage(1013, LogLevel.Debug, "DynamoDB left {Count} entries of a batch on table {Tables} unprocessed, attempt {Attempt}.")]
    public static partial void BatchUnprocessed(ILogger logger, int count, string tables, int attempt);

    [LoggerMessage(1101, LogLevel.Warning, "Refused an item of {EntityType} in table {Table}: {Rule}.")]
    public static partial void Refused(ILogger logger, string entityType, string table, string rule);

    [LoggerMessage(1102, LogLevel.Warning, "Skipped an unverifiable row of {EntityType} in table {Table}, index {Index}: {Rule}.")]
    public static partial void RowSkipped(ILogger logger, string entityType, string table, string? index, string rule);

    [LoggerMessage(1201, LogLevel.Debug, "Passed {EntityType} to the stock context: it carries no protection attribute and its table {Table} is not protected.")]
    public static partial void StockFallback(ILogger logger, string entityType, string table);
}
