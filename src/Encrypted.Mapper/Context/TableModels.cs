using Encrypted.Mapper.Model;

namespace Encrypted.Mapper.Context;

/// <summary>The rules that the entities of one table keep among themselves.</summary>
internal static class TableModels
{
    /// <summary>Checks that all entities have the same keys and the same branch key attribute, and that no attribute is unsigned in one and signed in another.</summary>
    public static void Check(string tableName, IReadOnlyList<EntityModel> group)
    {
        var first = group[0];
        var signers = new Dictionary<string, (bool Signed, Type Entity)>(StringComparer.Ordinal);
        foreach (var model in group)
        {
            if (!string.Equals(model.PartitionKey, first.PartitionKey, StringComparison.Ordinal)
                || !string.Equals(model.SortKey, first.SortKey, StringComparison.Ordinal))
            {
                throw ContextErrors.KeySchemaDiffers(tableName, first.EntityType.Name, model.EntityType.Name);
            }

            if (!string.Equals(model.BranchKeyAttribute, first.BranchKeyAttribute, StringComparison.Ordinal))
            {
                throw ContextErrors.BranchKeyDiffers(tableName, first.EntityType.Name, model.EntityType.Name);
            }

            CheckSigning(tableName, model, signers);
        }
    }

    private static void CheckSigning(string tableName, EntityModel model, Dictionary<string, (bool Signed, Type Entity)> signers)
    {
        foreach (var attribute in model.Attributes)
        {
            var signed = attribute.Action != CryptoAction.DoNothing;
            if (signers.TryAdd(attribute.AttributeName, (signed, model.EntityType)))
            {
                continue;
            }

            var (otherSigned, other) = signers[attribute.AttributeName];
            if (otherSigned != signed)
            {
                throw ContextErrors.UnsignedInOneEntity(tableName, attribute.AttributeName, (signed ? other : model.EntityType).Name, (signed ? model.EntityType : other).Name);
            }
        }
    }
}
