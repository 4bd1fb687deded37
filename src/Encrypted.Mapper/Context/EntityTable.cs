using Amazon.DynamoDBv2.Model;
using Encrypted.Mapper.Context.Saving;
using Encrypted.Mapper.Conversion;
using Encrypted.Mapper.Encryption;
using Encrypted.Mapper.Model;
using Encrypted.Mapper.Telemetry;
using Microsoft.Extensions.Logging;

namespace Encrypted.Mapper.Context;

/// <summary>One entity type in one physical table: its model, the name that requests give, and the encryptor.</summary>
internal sealed class EntityTable(EntityModel model, string name, TableAttributes attributes, ItemEncryptor encryptor, UnknownAttributePolicy unknownAttributes, ILogger logger)
{
    public EntityModel Model { get; } = model;

    /// <summary>The table's name or ARN as it stands in requests.</summary>
    public string Name { get; } = name;

    public TableAttributes Attributes { get; } = attributes;

    /// <summary>Whether saving an entity must leave alone what it doesn't know (S8).</summary>
    public bool PreservesOnSave { get; } = attributes.OwnUnsigned.Count > 0 || model.HasExtensionData;

    public ValueTask<Dictionary<string, AttributeValue>> EncryptAsync(Dictionary<string, AttributeValue> plainItem, CancellationToken cancellationToken)
        => EncryptAsync(plainItem, unknown: null, cancellationToken);

    /// <summary>Protects an item that also has attributes which the model doesn't know, each in the way given for it.</summary>
    public async ValueTask<Dictionary<string, AttributeValue>> EncryptAsync(
        Dictionary<string, AttributeValue> plainItem, IReadOnlyDictionary<string, CryptoAction>? unknown, CancellationToken cancellationToken)
    {
        try
        {
            var protectedItem = await encryptor.EncryptAsync(plainItem, unknown, cancellationToken).ConfigureAwait(false);
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
        => (await ReadAsync(protectedItem, indexName, options, cancellationToken).ConfigureAwait(false)).Entity;

    /// <summary>Reads an item, and keeps with the instance what its save must know.</summary>
    public async ValueTask<VerifiedRead> ReadAsync(Dictionary<string, AttributeValue> protectedItem, string? indexName, ReadOptions options, CancellationToken cancellationToken)
    {
        try
        {
            if (indexName is not null && !(protectedItem.ContainsKey(ReservedNames.Header) && protectedItem.ContainsKey(ReservedNames.Footer)))
            {
                throw ContextErrors.IndexRowIncomplete(Name, indexName);
            }

            var verified = await VerifyAsync(protectedItem, options.Key, cancellationToken).ConfigureAwait(false);
            var read = Track(Convert(verified.Item, options), protectedItem, verified.Unknown, options.Conversion);
            ContextInstruments.CountDecrypted(Name);
            return read;
        }
        catch (EncryptedDynamoException error)
        {
            Refuse(error);
            throw;
        }
    }

    /// <summary>Verifies an item that stands under a key, without making an entity of it.</summary>
    /// <exception cref="ItemVerificationException">The item doesn't verify, or stands under another key.</exception>
    public async ValueTask<VerifiedItem> VerifyAsync(Dictionary<string, AttributeValue> protectedItem, Dictionary<string, AttributeValue>? key, CancellationToken cancellationToken)
    {
        var verified = await encryptor.VerifyAsync(protectedItem, cancellationToken).ConfigureAwait(false);
        return key is null || ItemKey.IsSame(key, verified.Item) ? verified : throw ContextErrors.OtherItemReturned(Name);
    }

    /// <summary>Keeps with an instance what its next save must know, and gives it its extension data.</summary>
    /// <param name="entity">The instance that was read or written.</param>
    /// <param name="state">The item as it is stored.</param>
    /// <param name="unknown">The item's attributes that the model doesn't know.</param>
    /// <returns>The instance with new extension data; for a struct with extension data, another box.</returns>
    public object Remember(object entity, LoadedState state, IReadOnlyList<UnknownAttribute>? unknown)
    {
        if (!PreservesOnSave && unknown is null)
        {
            LoadedStates.Forget(entity, Name, state.Key);
            return entity;
        }

        if (unknown is { Count: > 0 })
        {
            state = state.WithUnknown();
        }

        if (Model.HasExtensionData)
        {
            entity = Model.WithExtensionDataUntyped(entity, new ExtensionAttributes(state, unknown));
        }

        LoadedStates.Set(entity, state);
        return entity;
    }

    private VerifiedRead Track(object entity, Dictionary<string, AttributeValue> protectedItem, IReadOnlyList<UnknownAttribute>? unknown, ConversionOptions options)
    {
        if (!PreservesOnSave && unknown is null)
        {
            return new VerifiedRead(entity, unknown);
        }

        if (unknown is not null && !Model.HasExtensionData && entity.GetType().IsValueType && unknownAttributes == UnknownAttributePolicy.Refuse)
        {
            throw ContextErrors.UnknownInStruct(Name, Model.EntityType.Name);
        }

        return new VerifiedRead(Remember(entity, StateOf(entity, protectedItem, options), unknown), unknown);
    }

    /// <summary>The state of an entity that was just read from an item.</summary>
    public LoadedState StateOf(object entity, Dictionary<string, AttributeValue> protectedItem, ConversionOptions options)
    {
        var state = LoadedState.Of(this, protectedItem);
        if (Attributes.OwnUnsigned.Count == 0)
        {
            return state;
        }

        try
        {
            return state.WithBaseline(Model.ToItemUntyped(entity, options));
        }
        catch (Exception error) when (error is InvalidItemException || Error.IsForeign(error))
        {
            // What can be read needn't be what can be written. Its save will say so.
            return state;
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
        catch (Exception error) when (Error.IsForeign(error))
        {
            throw ContextErrors.EntityRefusedValue(Name, Model.EntityType.Name, error.GetType());
        }
    }

    private void Refuse(EncryptedDynamoException error)
    {
        ContextInstruments.CountRefused(Name, error.Rule);
        ContextLog.Refused(logger, Model.EntityType.Name, Name, error.Rule);
    }
}
