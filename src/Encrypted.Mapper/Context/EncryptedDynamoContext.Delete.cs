using System.Diagnostics.CodeAnalysis;
using Amazon.DynamoDBv2.DataModel;
using Amazon.DynamoDBv2.Model;
using Encrypted.Mapper.Context;
using Encrypted.Mapper.Context.Expressions;
using Encrypted.Mapper.Context.Saving;
using Encrypted.Mapper.Telemetry;

namespace Encrypted.Mapper;

public sealed partial class EncryptedDynamoContext
{
    /// <inheritdoc/>
    public Task DeleteAsync<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.All)] T>(T value, CancellationToken cancellationToken = default)
        => DeleteAsync(value, (DeleteConfig?)null!, cancellationToken);

    /// <inheritdoc/>
    public async Task DeleteAsync<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.All)] T>(T value, DeleteConfig deleteConfig, CancellationToken cancellationToken = default)
    {
        if (_types.Find(typeof(T)) is not { } model)
        {
            await _stock.For(typeof(T), deleteConfig, value).DeleteAsync(value, deleteConfig, cancellationToken).ConfigureAwait(false);
            return;
        }

        ArgumentNullException.ThrowIfNull(value);
        var table = TableOf(model, deleteConfig);
        var key = ItemKey.Of(table, model.ToItemUntyped(value, _conversions.For(model, deleteConfig)));
        var version = VersionStep.For(model, value, deleteConfig?.SkipVersionCheck ?? _settings.Config.SkipVersionCheck ?? false);
        await DeleteAsync(table, key, version, cancellationToken).ConfigureAwait(false);
        LoadedStates.Forget(value, table.Name, key);
    }

    /// <inheritdoc/>
    public Task DeleteAsync<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.All)] T>(object hashKey, CancellationToken cancellationToken = default)
        => DeleteAsync<T>(hashKey, (object?)null!, (DeleteConfig?)null!, cancellationToken);

    /// <inheritdoc/>
    public Task DeleteAsync<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.All)] T>(object hashKey, DeleteConfig deleteConfig, CancellationToken cancellationToken = default)
        => DeleteAsync<T>(hashKey, (object?)null!, deleteConfig, cancellationToken);

    /// <inheritdoc/>
    public Task DeleteAsync<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.All)] T>(object hashKey, object rangeKey, CancellationToken cancellationToken = default)
        => DeleteAsync<T>(hashKey, rangeKey, (DeleteConfig?)null!, cancellationToken);

    /// <inheritdoc/>
    public async Task DeleteAsync<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.All)] T>(object hashKey, object rangeKey, DeleteConfig deleteConfig, CancellationToken cancellationToken = default)
    {
        if (_types.Find(typeof(T)) is not { } model)
        {
            var stock = _stock.For(typeof(T), deleteConfig);
            var deletion = rangeKey is null
                ? stock.DeleteAsync<T>(hashKey, deleteConfig, cancellationToken)
                : stock.DeleteAsync<T>(hashKey, rangeKey, deleteConfig, cancellationToken);
            await deletion.ConfigureAwait(false);
            return;
        }

        var table = TableOf(model, deleteConfig);
        var key = ItemKey.From(table, hashKey, rangeKey, _conversions.For(model, deleteConfig));
        await DeleteAsync(table, key, version: null, cancellationToken).ConfigureAwait(false);
    }

    private async Task DeleteAsync(EntityTable table, Dictionary<string, AttributeValue> key, VersionStep? version, CancellationToken cancellationToken)
    {
        using var activity = ContextInstruments.Start("EncryptedDynamo.Delete", table.Name);
        var scope = new ExpressionScope();
        var request = new DeleteItemRequest
        {
            TableName = table.Name,
            Key = key,
            ConditionExpression = version?.Condition(scope),
            ExpressionAttributeNames = scope.Names,
            ExpressionAttributeValues = scope.Values,
        };
        await ServiceCall.SendAsync(_client.DeleteItemAsync(request, cancellationToken)).ConfigureAwait(false);
        ContextLog.Deleted(_logger, table.Model.EntityType.Name, table.Name);
    }
}
