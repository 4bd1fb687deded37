using Amazon.DynamoDBv2.Model;
using Encrypted.Mapper.Encryption;

namespace Encrypted.Mapper.Context.Saving;

/// <summary>Extension data belongs to the item that it was read from: its table, its key, and its one writing (S12). What it holds depends on the type that was read.</summary>
internal static class ExtensionRules
{
    /// <param name="table">The table that is written to.</param>
    /// <param name="key">The key that is written to.</param>
    /// <param name="replaced">The item that is replaced, if one is known.</param>
    /// <param name="extension">The extension data of the instance.</param>
    /// <exception cref="InvalidItemException">The extension data was read from another item, or from an earlier state of this one.</exception>
    public static void RequireOwn(EntityTable table, Dictionary<string, AttributeValue> key, LoadedState? replaced, ExtensionAttributes extension)
    {
        if (extension.Origin is not LoadedState origin
            || origin.EntityType != table.Model.EntityType
            || !origin.IsOf(table.Name, key)
            || replaced is null
            || !PublicBytes.Equal(origin.Footer, replaced.Footer))
        {
            throw ContextErrors.ForeignExtensionData(table.Name);
        }
    }
}
