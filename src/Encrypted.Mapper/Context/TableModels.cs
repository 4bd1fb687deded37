using Encrypted.Mapper.Model;

namespace Encrypted.Mapper.Context;

/// <summary>The rules that the entities of one table keep among themselves.</summary>
internal static class TableModels
{
    /// <summary>Checks that all entities have the same keys, and that no attribute is unsigned in one and signed in another.</summary>
    public static void Check(string tableName, IReadOnlyList<EntityModel> group)
    {
        var first = group[0];
        var signers = new Dictionary<string, (bool Signed, Type Entity)>(StringComparer.Ordinal);
        foreach (var model in group)
        {
            if (!string.Equals(model.PartitionKey, first.PartitionKey, StringComparison.Ordinal)
                || !string.Equals(model.SortKey, first.SortKey, StringComparison.Ordinal))
            {
                throw new ModelConfigurationException(
                    "key-schema-differs",
                    $"The entities '{first.EntityType.Name}' and '{model.EntityType.Name}' share table '{tableName}' but declare different keys.",
                    tableName);
            }

            CheckSigning(tableName, model, signers);
        }
    }

    private static void CheckSigning(string tableName, EntityModel model, Dictionary<string, (bool Signed, Type Entity)> signers)
    {
        foreach (var attribute in model.Attributes)
        {
            var signed = attribute.Action != AttributeAction.DoNothing;
            if (signers.TryAdd(attribute.AttributeName, (signed, model.EntityType)))
            {
                continue;
            }

            var (otherSigned, other) = signers[attribute.AttributeName];
            if (otherSigned != signed)
            {
                throw new ModelConfigurationException(
                    "unsigned-in-one-entity",
                    $"The attribute '{attribute.AttributeName}' of table '{tableName}' is unsigned in '{(signed ? other : model.EntityType).Name}' and signed in '{(signed ? model.EntityType : other).Name}'. A name is unsigned in all entities of a table or in none: give one of them another name.",
                    tableName,
                    attribute.AttributeName);
            }
        }
    }
}
