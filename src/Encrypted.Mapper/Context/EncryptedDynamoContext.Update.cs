using System.Diagnostics.CodeAnalysis;
using Amazon.DynamoDBv2.Model;
using Encrypted.Mapper.Context;
using Encrypted.Mapper.Context.Saving;
using Encrypted.Mapper.Conversion;
using Encrypted.Mapper.Model;
using Encrypted.Mapper.Telemetry;

namespace Encrypted.Mapper;

public sealed partial class EncryptedDynamoContext
{
    internal async Task<T> UpdateAsync<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.All)] T>(
        object hashKey, object? rangeKey, ItemChange<T> change, UpdateConfig? config, CancellationToken cancellationToken)
    {
        if (_types.Find(typeof(T)) is not { } model)
        {
            throw ContextErrors.UpdateOfPlainType(typeof(T).Name);
        }

        if (_settings.Config.IgnoreNullValues ?? false)
        {
            throw ContextErrors.NotSupported(UnsupportedMember.PartialSave);
        }

        var maxAttempts = config?.MaxAttempts ?? _settings.MaxUpdateAttempts;
        ArgumentOutOfRangeException.ThrowIfLessThan(maxAttempts, 1, nameof(UpdateConfig.MaxAttempts));
        var table = TableOf(model, config);
        var options = _conversions.For(model, config, config?.RetrieveDateTimeInUtc);
        var key = ItemKey.From(table, hashKey, rangeKey, options);
        using var activity = ContextInstruments.Start("EncryptedDynamo.Update", table.Name);
        try
        {
            for (var attempt = 1; ; attempt++)
            {
                var (update, entity) = await ReadForUpdateAsync(table, key, change, config, options, cancellationToken).ConfigureAwait(false);
                var changed = await change.Apply(entity, cancellationToken).ConfigureAwait(false)
                    ?? throw new InvalidOperationException("The change of an update returned null.");
                var outcome = await update.WriteAsync(changed, key, cancellationToken).ConfigureAwait(false);
                if (outcome.Succeeded)
                {
                    ContextLog.Updated(_logger, model.EntityType.Name, table.Name, attempt);
                    return (T)update.Complete();
                }

                if (attempt >= maxAttempts)
                {
                    throw ContextErrors.UpdateGaveUp(table.Name, attempt, outcome.Failure!);
                }

                await Task.Delay(RetryDelay.After(attempt), _settings.Time, cancellationToken).ConfigureAwait(false);
            }
        }
        catch (EncryptedDynamoException error)
        {
            ContextInstruments.Fail(activity, error.Rule);
            throw;
        }
    }

    private async Task<(ItemUpdate Update, T Entity)> ReadForUpdateAsync<T>(
        EntityTable table, Dictionary<string, AttributeValue> key, ItemChange<T> change, UpdateConfig? config, ConversionOptions options, CancellationToken cancellationToken)
    {
        var skipsVersion = config?.SkipVersionCheck ?? _settings.Config.SkipVersionCheck ?? false;
        var request = new GetItemRequest { TableName = table.Name, Key = key, ConsistentRead = true };
        var response = await ServiceCall.SendAsync(_client.GetItemAsync(request, cancellationToken)).ConfigureAwait(false);
        if (response.Item is not { Count: > 0 } stored)
        {
            var created = (change.Create ?? throw ContextErrors.NotFound(table.Name)).Invoke()
                ?? throw new InvalidOperationException("The factory of an update returned null.");
            return (new ItemUpdate(_writes, table, created, read: null, unknown: null, skipsVersion, options), created);
        }

        var read = await table.ReadAsync(stored, indexName: null, new ReadOptions(options, key), cancellationToken).ConfigureAwait(false);
        return (new ItemUpdate(_writes, table, read.Entity, table.StateOf(read.Entity, stored, options), read.Unknown, skipsVersion, options), (T)read.Entity);
    }
}
