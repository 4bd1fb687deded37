using System.Diagnostics.CodeAnalysis;
using Amazon.DynamoDBv2.DataModel;
using Amazon.DynamoDBv2.Model;
using Encrypted.Mapper.Context;
using Encrypted.Mapper.Context.Expressions;
using Encrypted.Mapper.Context.Saving;
using Encrypted.Mapper.Model;
using Encrypted.Mapper.Telemetry;

namespace Encrypted.Mapper;

public sealed partial class EncryptedDynamoContext
{
    /// <inheritdoc/>
    public Task SaveAsync<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.All)] T>(T value, CancellationToken cancellationToken = default)
        => SaveAsync(value, (SaveConfig?)null!, cancellationToken);

    /// <inheritdoc/>
    public async Task SaveAsync<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.All)] T>(T value, SaveConfig saveConfig, CancellationToken cancellationToken = default)
    {
        if (_types.Find(typeof(T)) is { } model)
        {
            await SaveProtectedAsync(model, value, saveConfig, cancellationToken).ConfigureAwait(false);
            return;
        }

        await _stock.For(typeof(T), saveConfig, value).SaveAsync(value, saveConfig, cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public Task SaveAsync([DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.All)] Type valueType, object value, CancellationToken cancellationToken = default)
        => SaveAsync(valueType, value, (SaveConfig?)null!, cancellationToken);

    /// <inheritdoc/>
    public async Task SaveAsync([DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.All)] Type valueType, object value, SaveConfig saveConfig, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(valueType);
        if (_types.Find(valueType) is { } model)
        {
            if (value is not null && !valueType.IsInstanceOfType(value))
            {
                throw new ArgumentException($"The value is not a '{valueType.Name}'.", nameof(value));
            }

            await SaveProtectedAsync(model, value, saveConfig, cancellationToken).ConfigureAwait(false);
            return;
        }

        await _stock.For(valueType, saveConfig, value).SaveAsync(valueType, value, saveConfig, cancellationToken).ConfigureAwait(false);
    }

    private async Task SaveProtectedAsync(EntityModel model, object? entity, SaveConfig? config, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(entity);
        if (config?.IgnoreNullValues ?? _settings.Config.IgnoreNullValues ?? false)
        {
            throw ContextErrors.NotSupported(UnsupportedMember.PartialSave);
        }

        var table = TableOf(model, config);
        using var activity = ContextInstruments.Start("EncryptedDynamo.Save", table.Name);
        try
        {
            var options = _conversions.For(model, config);
            var version = VersionStep.For(model, entity, config?.SkipVersionCheck ?? _settings.Config.SkipVersionCheck ?? false);
            var pending = new PendingItem(table, model.ToItemUntyped(entity, options), version, config?.ConditionalExpression, options);
            await WriteAsync(table, entity, pending, config as EncryptedSaveConfig, cancellationToken).ConfigureAwait(false);
            version?.WriteBack(entity);
            ContextLog.Saved(_logger, model.EntityType.Name, table.Name);
        }
        catch (EncryptedDynamoException error)
        {
            ContextInstruments.Fail(activity, error.Rule);
            throw;
        }
    }

    private async Task WriteAsync(EntityTable table, object entity, PendingItem pending, EncryptedSaveConfig? config, CancellationToken cancellationToken)
    {
        var unknownAttributes = config?.UnknownAttributes ?? _settings.UnknownAttributes;
        var loaded = LoadedInstance.Prepare(table, entity, pending, unknownAttributes);
        if (table.PreservesOnSave && (config?.Mode ?? _settings.SaveMode) == SaveMode.Preserve)
        {
            var save = new PreservingSave(_writes, table, pending, loaded, _settings.MaxUpdateAttempts);
            Remember(table, entity, await save.RunAsync(cancellationToken).ConfigureAwait(false), pending);
            return;
        }

        var written = await PutAsync(table, pending, cancellationToken).ConfigureAwait(false);
        if (table.PreservesOnSave)
        {
            Remember(table, entity, LoadedState.Of(table, written), pending);
        }
        else
        {
            LoadedStates.Forget(entity, table.Name, pending.Key);
        }
    }

    private static void Remember(EntityTable table, object entity, LoadedState stored, PendingItem pending)
    {
        if (pending.Unknown is null || table.Model.HasExtensionData)
        {
            table.Remember(entity, stored.WithBaseline(pending.Item), pending.Unknown);
        }
        else
        {
            // It wasn't loaded and has no place for what was taken over: its next save takes it over again.
            LoadedStates.Forget(entity, table.Name, pending.Key);
        }
    }

    private async Task<Dictionary<string, AttributeValue>> PutAsync(EntityTable table, PendingItem pending, CancellationToken cancellationToken)
    {
        var scope = new ExpressionScope();
        var condition = pending.Condition(scope);
        var item = await pending.EncryptAsync(cancellationToken).ConfigureAwait(false);
        var request = new PutItemRequest
        {
            TableName = table.Name,
            Item = item,
            ConditionExpression = condition,
            ExpressionAttributeNames = scope.Names,
            ExpressionAttributeValues = scope.Values,
        };
        if (condition is null)
        {
            await ServiceCall.SendAsync(_client.PutItemAsync(request, cancellationToken)).ConfigureAwait(false);
            return item;
        }

        var outcome = await _writes.SendAsync(request, StoredFooter.Of(item), cancellationToken).ConfigureAwait(false);
        outcome.ThrowIfFailed();
        return item;
    }
}
