using Encrypted.Mapper.Context.Saving;

namespace Encrypted.Mapper.Context.Batches;

/// <summary>What a put of a batch may do to an item that exists already. It replaces the item whole, and no condition can guard it.</summary>
/// <param name="Mode">How entities with unsigned members or extension data are saved.</param>
/// <param name="UnknownAttributes">Whether attributes may be lost that an instance was loaded without.</param>
internal readonly record struct PutRules(SaveMode Mode, UnknownAttributePolicy UnknownAttributes)
{
    /// <summary>Refuses a put that would lose something without its being said, and adds the instance's extension data.</summary>
    public void Check(EntityTable table, object entity, PendingItem put)
    {
        if (table.PreservesOnSave && Mode != SaveMode.Replace)
        {
            throw ContextErrors.BatchNeedsReplace(table.Name, table.Model.EntityType.Name);
        }

        LoadedInstance.Prepare(table, entity, put, UnknownAttributes);
    }
}
