using Amazon.DynamoDBv2.Model;
using Encrypted.Mapper.Encryption;
using Encrypted.Mapper.Model;

namespace Encrypted.Mapper.Context.Saving;

/// <summary>What an instance's next save must know of the item that it was read from or last written as. Holds no decrypted value.</summary>
internal sealed class LoadedState : IExtensionOrigin
{
    private LoadedState(Type entityType, string tableName, TableAttributes attributes, Dictionary<string, AttributeValue> key, byte[] footer)
    {
        EntityType = entityType;
        TableName = tableName;
        Attributes = attributes;
        Key = key;
        Footer = footer;
    }

    /// <summary>The type that the item was read as, which decides what of it was unknown.</summary>
    public Type EntityType { get; }

    /// <summary>The physical table.</summary>
    public string TableName { get; }

    public TableAttributes Attributes { get; }

    public Dictionary<string, AttributeValue> Key { get; }

    public byte[] Footer { get; }

    /// <summary>The values of unsigned attributes as they were stored.</summary>
    public Dictionary<string, AttributeValue> Unsigned { get; private set; } = [];

    /// <summary>
    /// What the instance's own unsigned properties converted to when it was read or written: what has changed since is told by
    /// these, for a conversion needn't give back what was stored, and others may have changed what is stored.
    /// </summary>
    public Dictionary<string, AttributeValue> Baseline { get; private set; } = [];

    /// <summary>The names that the next write must overwrite or remove: those in the signature's scope but the keys, and the format's own but header and footer.</summary>
    public List<string> Replaceable { get; private set; } = [];

    /// <summary>Whether the item has attributes that the model doesn't know, so that saving the instance without extension data would lose them.</summary>
    public bool HasUnknown { get; private set; }

    /// <param name="table">The table.</param>
    /// <param name="protectedItem">The item as it is stored.</param>
    public static LoadedState Of(EntityTable table, Dictionary<string, AttributeValue> protectedItem)
    {
        var key = ItemKey.Of(table, protectedItem);
        var state = new LoadedState(table.Model.EntityType, table.Name, table.Attributes, key, StoredFooter.Of(protectedItem))
        {
            Unsigned = ValuesOf(table.Attributes.Unsigned, protectedItem),
        };
        state.Baseline = state.Unsigned;
        foreach (var name in protectedItem.Keys)
        {
            if (!state.Unsigned.ContainsKey(name) && !key.ContainsKey(name) && name is not (ReservedNames.Header or ReservedNames.Footer))
            {
                state.Replaceable.Add(name);
            }
        }

        return state;
    }

    /// <summary>The same state with the unsigned values that stand under the same footer now.</summary>
    public LoadedState WithUnsigned(Dictionary<string, AttributeValue> stored)
    {
        var copy = (LoadedState)MemberwiseClone();
        copy.Unsigned = ValuesOf(Attributes.Unsigned, stored);
        return copy;
    }

    /// <summary>The same state of an item that has attributes which the model doesn't know.</summary>
    public LoadedState WithUnknown()
    {
        var copy = (LoadedState)MemberwiseClone();
        copy.HasUnknown = true;
        return copy;
    }

    /// <summary>The same state of an instance that converts to this plain item.</summary>
    public LoadedState WithBaseline(Dictionary<string, AttributeValue> plainItem)
    {
        var copy = (LoadedState)MemberwiseClone();
        copy.Baseline = ValuesOf(Attributes.OwnUnsigned, plainItem);
        return copy;
    }

    public bool Allows(string attributeName, CryptoAction action)
        => !ReservedNames.IsReserved(attributeName)
        && !Attributes.Actions.ContainsKey(attributeName)
        && !Attributes.IsUnsigned(attributeName)
        && (action == CryptoAction.EncryptAndSign || Attributes.VisibilityOf(attributeName) != AttributeVisibility.Encrypted);

    public bool IsOf(string tableName, Dictionary<string, AttributeValue> key)
        => string.Equals(TableName, tableName, StringComparison.Ordinal) && ItemKey.IsSame(Key, key);

    private static Dictionary<string, AttributeValue> ValuesOf(IReadOnlyCollection<string> names, Dictionary<string, AttributeValue> item)
    {
        var values = new Dictionary<string, AttributeValue>();
        foreach (var name in names)
        {
            if (item.TryGetValue(name, out var value))
            {
                values[name] = value;
            }
        }

        return values;
    }
}
