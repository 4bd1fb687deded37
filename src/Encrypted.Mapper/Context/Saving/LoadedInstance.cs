namespace Encrypted.Mapper.Context.Saving;

/// <summary>What an instance that is to be saved brings along from its load.</summary>
internal static class LoadedInstance
{
    /// <summary>Adds the instance's extension data to the item, and finds what it was loaded from.</summary>
    /// <param name="table">The table.</param>
    /// <param name="entity">The instance.</param>
    /// <param name="pending">The item to be written.</param>
    /// <param name="policy">Whether attributes may be lost that the instance was loaded without.</param>
    /// <returns>What the instance was loaded from or last written as; <see langword="null"/> for one that wasn't, or not under this key.</returns>
    /// <exception cref="InvalidItemException">Attributes would be lost, or the extension data belongs to another item.</exception>
    public static LoadedState? Prepare(EntityTable table, object entity, PendingItem pending, UnknownAttributePolicy policy)
    {
        var extension = table.Model.HasExtensionData ? table.Model.GetExtensionDataUntyped(entity) : null;

        if (extension is null && policy == UnknownAttributePolicy.Refuse && LoadedStates.HasUnknown(entity))
        {
            // Under another key, too: who moves an item by saving it anew and deleting the old one would lose them.
            throw ContextErrors.UnknownLost(table.Name, table.Model.EntityType.Name);
        }

        // A copy of a record, and a struct, are known by their extension data alone.
        var loaded = LoadedStates.Find(entity, table.Name, pending.Key) ?? extension?.Origin as LoadedState;
        if (loaded is not null && !loaded.IsOf(table.Name, pending.Key))
        {
            loaded = null;
        }

        if (extension is not null)
        {
            ExtensionRules.RequireOwn(table, pending.Key, loaded, extension);
            pending.SetUnknown(extension.Attributes);
        }

        if (loaded is not null && loaded.EntityType != table.Model.EntityType)
        {
            throw ContextErrors.OtherEntityType(table.Name, loaded.EntityType.Name, table.Model.EntityType.Name);
        }

        return loaded;
    }
}
