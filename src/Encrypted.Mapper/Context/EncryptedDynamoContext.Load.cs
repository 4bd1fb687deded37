using System.Diagnostics.CodeAnalysis;
using Amazon.DynamoDBv2.DataModel;
using Amazon.DynamoDBv2.Model;
using Encrypted.Mapper.Context;
using Encrypted.Mapper.Telemetry;

namespace Encrypted.Mapper;

public sealed partial class EncryptedDynamoContext
{
    /// <inheritdoc/>
    public Task<T> LoadAsync<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.All)] T>(object hashKey, CancellationToken cancellationToken = default)
        => LoadAsync<T>(hashKey, (object?)null!, (LoadConfig?)null!, cancellationToken);

    /// <inheritdoc/>
    public Task<T> LoadAsync<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.All)] T>(object hashKey, LoadConfig loadConfig, CancellationToken cancellationToken = default)
        => LoadAsync<T>(hashKey, (object?)null!, loadConfig, cancellationToken);

    /// <inheritdoc/>
    public Task<T> LoadAsync<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.All)] T>(object hashKey, object rangeKey, CancellationToken cancellationToken = default)
        => LoadAsync<T>(hashKey, rangeKey, (LoadConfig?)null!, cancellationToken);

    /// <inheritdoc/>
    public async Task<T> LoadAsync<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.All)] T>(object hashKey, object rangeKey, LoadConfig loadConfig, CancellationToken cancellationToken = default)
    {
        if (_types.Find(typeof(T)) is not { } model)
        {
            var stock = _stock.For(typeof(T), loadConfig);
            return rangeKey is null
                ? await stock.LoadAsync<T>(hashKey, loadConfig, cancellationToken).ConfigureAwait(false)
                : await stock.LoadAsync<T>(hashKey, rangeKey, loadConfig, cancellationToken).ConfigureAwait(false);
        }

        var table = TableOf(model, loadConfig);
        var key = ItemKey.From(table, hashKey, rangeKey, _conversions.For(model, loadConfig));
        return await GetAsync<T>(table, key, loadConfig, cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public Task<T> LoadAsync<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.All)] T>(T keyObject, CancellationToken cancellationToken = default)
        => LoadAsync(keyObject, (LoadConfig?)null!, cancellationToken);

    /// <inheritdoc/>
    public async Task<T> LoadAsync<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.All)] T>(T keyObject, LoadConfig loadConfig, CancellationToken cancellationToken = default)
    {
        if (_types.Find(typeof(T)) is not { } model)
        {
            return await _stock.For(typeof(T), loadConfig).LoadAsync(keyObject, loadConfig, cancellationToken).ConfigureAwait(false);
        }

        ArgumentNullException.ThrowIfNull(keyObject);
        var table = TableOf(model, loadConfig);
        var key = ItemKey.Of(table, model.ToItemUntyped(keyObject, _conversions.For(model, loadConfig)));
        return await GetAsync<T>(table, key, loadConfig, cancellationToken).ConfigureAwait(false);
    }

    private async Task<T> GetAsync<T>(EntityTable table, Dictionary<string, AttributeValue> key, LoadConfig? config, CancellationToken cancellationToken)
    {
        using var activity = ContextInstruments.Start("EncryptedDynamo.Load", table.Name);
        var request = new GetItemRequest
        {
            TableName = table.Name,
            Key = key,
            ConsistentRead = config?.ConsistentRead ?? _settings.Config.ConsistentRead ?? false,
        };
        var response = await ServiceCall.SendAsync(_client.GetItemAsync(request, cancellationToken)).ConfigureAwait(false);
        if (response.Item is not { Count: > 0 } item)
        {
            ContextLog.NotFound(_logger, table.Model.EntityType.Name, table.Name);
            return default!;
        }

        try
        {
            var options = new ReadOptions(_conversions.For(table.Model, config, config?.RetrieveDateTimeInUtc), key);
            var entity = (T)await table.DecryptAsync(item, indexName: null, options, cancellationToken).ConfigureAwait(false);
            ContextLog.Loaded(_logger, table.Model.EntityType.Name, table.Name);
            return entity;
        }
        catch (EncryptedDynamoException error)
        {
            ContextInstruments.Fail(activity, error.Rule);
            throw;
        }
    }
}
