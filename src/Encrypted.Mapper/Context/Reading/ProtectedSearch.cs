using System.Diagnostics.CodeAnalysis;
using Amazon.DynamoDBv2.DataModel;
using Amazon.DynamoDBv2.Model;
using Encrypted.Mapper.Telemetry;
using Microsoft.Extensions.Logging;

namespace Encrypted.Mapper.Context.Reading;

/// <summary>A query or scan of encrypted entities. A page that fails leaves the search where it was, so that it can be asked for again.</summary>
internal sealed class ProtectedSearch<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.All)] T>(
    string operation, EntityTable table, IRowSource rows, PageReader reader, Dictionary<string, AttributeValue>? startKey, ILogger logger) : IAsyncSearch<T>
{
    private Dictionary<string, AttributeValue>? _nextKey = startKey;

    public bool IsDone { get; private set; }

    public string PaginationToken => PageToken.Write(_nextKey)!;

    public async Task<List<T>> GetNextSetAsync(CancellationToken cancellationToken = default)
    {
        if (IsDone)
        {
            return [];
        }

        using var activity = ContextInstruments.Start(operation, table.Name);
        activity?.SetTag(EncryptedDynamoTelemetry.IndexTag, rows.IndexName);
        try
        {
            var page = await rows.ReadAsync(_nextKey, cancellationToken).ConfigureAwait(false);
            var entities = await reader.ReadAsync<T>(page.Rows, cancellationToken).ConfigureAwait(false);
            _nextKey = page.NextKey;
            IsDone = _nextKey is not { Count: > 0 };
            ContextLog.PageRead(logger, entities.Count, table.Model.EntityType.Name, table.Name);
            return entities;
        }
        catch (EncryptedDynamoException error)
        {
            ContextInstruments.Fail(activity, error.Rule);
            throw;
        }
    }

    public async Task<List<T>> GetRemainingAsync(CancellationToken cancellationToken = default)
    {
        var all = new List<T>();
        while (!IsDone)
        {
            all.AddRange(await GetNextSetAsync(cancellationToken).ConfigureAwait(false));
        }

        return all;
    }
}
