using System.Diagnostics.CodeAnalysis;
using Amazon.DynamoDBv2.DataModel;
using Amazon.DynamoDBv2.Model;
using Encrypted.Mapper.Context;
using Encrypted.Mapper.Context.Expressions;
using Encrypted.Mapper.Conversion;
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
            var item = model.ToItemUntyped(entity, options);
            _ = ItemKey.Of(table, item);
            var scope = new ExpressionScope();
            var version = VersionStep.For(model, entity, config?.SkipVersionCheck ?? _settings.Config.SkipVersionCheck ?? false);
            var condition = SaveCondition(table, scope, version, config?.ConditionalExpression, options);
            version?.Advance(item);
            await PutAsync(table, item, condition, scope, cancellationToken).ConfigureAwait(false);
            version?.WriteBack(entity);
            ContextLog.Saved(_logger, model.EntityType.Name, table.Name);
        }
        catch (EncryptedDynamoException error)
        {
            ContextInstruments.Fail(activity, error.Rule);
            throw;
        }
    }

    private static string? SaveCondition(EntityTable table, ExpressionScope scope, VersionStep? version, ContextExpression? condition, ConversionOptions options)
    {
        if (condition?.Filter is not { } filter)
        {
            return version?.Condition(scope);
        }

        return version is null
            ? FilterTranslator.Write(table, scope, filter, options)
            : throw new InvalidOperationException("A ConditionalExpression can't be combined with the version check. Set SkipVersionCheck to use it with a versioned entity.");
    }

    private async Task PutAsync(EntityTable table, Dictionary<string, AttributeValue> item, string? condition, ExpressionScope scope, CancellationToken cancellationToken)
    {
        var request = new PutItemRequest
        {
            TableName = table.Name,
            Item = await table.EncryptAsync(item, cancellationToken).ConfigureAwait(false),
            ConditionExpression = condition,
            ExpressionAttributeNames = scope.Names,
            ExpressionAttributeValues = scope.Values,
        };
        await ServiceCall.SendAsync(_client.PutItemAsync(request, cancellationToken)).ConfigureAwait(false);
    }
}
