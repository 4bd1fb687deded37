using Amazon.DynamoDBv2.Model;
using Encrypted.Mapper.Context.Expressions;
using Encrypted.Mapper.Conversion;
using Encrypted.Mapper.Encryption;
using Encrypted.Mapper.Model;

namespace Encrypted.Mapper.Context.Saving;

/// <summary>One attempt to update an item: the entity that was read, and its write under the condition that the item is still the one read (S10).</summary>
internal sealed class ItemUpdate
{
    private readonly ConditionalWrites _writes;
    private readonly EntityTable _table;
    private readonly LoadedState? _read;
    private readonly IReadOnlyList<UnknownAttribute>? _unknown;
    private readonly VersionStep? _version;
    private readonly ConversionOptions _options;
    private object? _changed;
    private LoadedState? _stored;
    private List<UnknownAttribute>? _writtenUnknown;

    /// <param name="writes">Sends the requests.</param>
    /// <param name="table">The table.</param>
    /// <param name="entity">The entity that was read or created.</param>
    /// <param name="read">The item that it was read from, if there was one.</param>
    /// <param name="unknown">The item's attributes that the model doesn't know.</param>
    /// <param name="skipsVersion">Whether the version stays as it is.</param>
    /// <param name="options">The conversion in force.</param>
    public ItemUpdate(
        ConditionalWrites writes,
        EntityTable table,
        object entity,
        LoadedState? read,
        IReadOnlyList<UnknownAttribute>? unknown,
        bool skipsVersion,
        ConversionOptions options)
    {
        _writes = writes;
        _table = table;
        _read = read;
        _unknown = unknown;
        _options = options;

        // The version is that of the item as it was read, whatever the change does to it.
        _version = VersionStep.For(table.Model, entity, skipsVersion);
    }

    /// <summary>Encrypts the changed entity once, and sends it.</summary>
    public async Task<WriteOutcome> WriteAsync(object changed, Dictionary<string, AttributeValue> key, CancellationToken cancellationToken)
    {
        _changed = changed;
        var item = _table.Model.ToItemUntyped(changed, _options);
        var pending = new PendingItem(_table, item, _version, callersCondition: null, _options);
        if (!ItemKey.IsSame(key, pending.Key))
        {
            throw ContextErrors.KeyChanged(_table.Name);
        }

        AddUnknown(pending, key);
        _writtenUnknown = pending.Unknown;
        var changes = UnsignedChanges.Of(_table, item, _read);
        var protectedItem = await pending.EncryptAsync(cancellationToken).ConfigureAwait(false);
        _stored = LoadedState.Of(_table, protectedItem).WithBaseline(item);
        var request = new PreservingRequest(_table, pending, changes, _read, joinsChanges: true);
        var update = _table.PreservesOnSave ? request.TryUpdate(protectedItem) : null;
        return update is not null
            ? await _writes.SendAsync(update, _stored.Footer, cancellationToken).ConfigureAwait(false)
            : await _writes.SendAsync(request.Put(protectedItem), _stored.Footer, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>The entity, now that it is stored, ready for further saves.</summary>
    public object Complete()
    {
        var entity = _changed!;
        _version?.WriteBack(entity);
        return _table.Remember(entity, _stored!, _writtenUnknown);
    }

    private void AddUnknown(PendingItem pending, Dictionary<string, AttributeValue> key)
    {
        var extension = _table.Model.GetExtensionDataUntyped(_changed!);
        if (extension is null)
        {
            pending.SetUnknown(_unknown);
            return;
        }

        ExtensionRules.RequireOwn(_table, key, _read, extension);
        pending.SetUnknown(extension.Attributes);
    }
}
