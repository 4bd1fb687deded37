using Amazon.DynamoDBv2.Model;
using Encrypted.Mapper.Encryption;
using Encrypted.Mapper.Model;
using Encrypted.Mapper.Telemetry;
using Microsoft.Extensions.Logging;

namespace Encrypted.Mapper.Context;

/// <summary>One entity type in one physical table: its model, the name that requests give, and the encryptor.</summary>
internal sealed class EntityTable(EntityModel model, string name, TableAttributes attributes, ItemEncryptor encryptor, ILogger logger)
{
    public EntityModel Model { get; } = model;

    /// <summary>The table's name or ARN as it stands in requests.</summary>
    public string Name { get; } = name;

    public TableAttributes Attributes { get; } = attributes;

    public async ValueTask<Dictionary<string, AttributeValue>> EncryptAsync(Dictionary<string, AttributeValue> plainItem, CancellationToken cancellationToken)
    {
        try
        {
            var protectedItem = await encryptor.EncryptAsync(plainItem, cancellationToken).ConfigureAwait(false);
            var size = ItemSize.Of(protectedItem);
            if (size > ItemSize.Limit)
            {
                throw ContextErrors.ItemTooLarge(Name, ItemSize.Of(plainItem), size);
            }

            ContextInstruments.CountEncrypted(Name);
            return protectedItem;
        }
        catch (EncryptedDynamoException error)
        {
            Refuse(error);
            throw;
        }
    }

    public async ValueTask<object> DecryptAsync(Dictionary<string, AttributeValue> protectedItem, string? indexName, ReadOptions options, CancellationToken cancellationToken)
    {
        try
        {
            if (indexName is not null && !(protectedItem.ContainsKey(ReservedNames.Header) && protectedItem.ContainsKey(ReservedNames.Footer)))
            {
                throw ContextErrors.IndexRowIncomplete(Name, indexName);
            }

            var plainItem = await encryptor.DecryptAsync(protectedItem, cancellationToken).ConfigureAwait(false);
            if (options.Key is { } key && !ItemKey.IsSame(key, plainItem))
            {
                throw ContextErrors.OtherItemReturned(Name);
            }

            var entity = Convert(plainItem, options);
            ContextInstruments.CountDecrypted(Name);
            return entity;
        }
        catch (EncryptedDynamoException error)
        {
            Refuse(error);
            throw;
        }
    }

    /// <summary>
    /// A stored value that doesn't fit its property counts as an unverifiable item: an unsigned one can be written by
    /// anybody, and one such row must not make a whole table unreadable.
    /// </summary>
    private object Convert(Dictionary<string, AttributeValue> plainItem, ReadOptions options)
    {
        try
        {
            return Model.FromItemUntyped(plainItem, options.Conversion);
        }
        catch (InvalidItemException error)
        {
            throw ContextErrors.StoredValueUnfit(Name, error);
        }
    }

    private void Refuse(EncryptedDynamoException error)
    {
        ContextInstruments.CountRefused(Name, error.Rule);
        ContextLog.Refused(logger, Model.EntityType.Name, Name, error.Rule);
    }
}
