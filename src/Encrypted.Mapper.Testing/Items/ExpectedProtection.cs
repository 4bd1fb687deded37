using Encrypted.Mapper.Model;

namespace Encrypted.Mapper.Testing.Items;

/// <summary>How the attributes of an item must be protected, as its entity declares or, where only the table is known, the entities of the table.</summary>
internal sealed class ExpectedProtection
{
    private readonly Dictionary<string, CryptoAction> _actions = new(StringComparer.Ordinal);
    private readonly HashSet<string> _unsigned;

    private ExpectedProtection(IReadOnlyCollection<EntityModel> declaring, IEnumerable<EntityModel> ofTable)
    {
        foreach (var attribute in declaring.SelectMany(model => model.Attributes))
        {
            // Where entities of one table differ, the item may be one that the weaker declaration is for.
            _actions[attribute.AttributeName] = _actions.TryGetValue(attribute.AttributeName, out var other) && other != attribute.Action
                ? CryptoAction.SignOnly
                : attribute.Action;
        }

        _unsigned = ofTable.SelectMany(model => model.Attributes).Where(attribute => attribute.Action == CryptoAction.DoNothing)
            .Select(attribute => attribute.AttributeName).ToHashSet(StringComparer.Ordinal);
    }

    public static EntityModel<T> ModelOf<T>()
        where T : notnull
        => EntityCatalogue.RegisteredEntities.OfType<EntityModel<T>>().FirstOrDefault()
            ?? throw new ArgumentException($"{typeof(T)} is no encrypted entity: it has no protection attributes, or its assembly was compiled without Encrypted.Mapper's generator.");

    public static ExpectedProtection OfEntity(EntityModel model)
        => new([model], EntityCatalogue.RegisteredEntities.Where(other => other.TableName == model.TableName));

    /// <summary>By the name that entities declare, or the longest of them that the table's name ends with.</summary>
    public static ExpectedProtection OfTable(string tableName)
    {
        var models = EntityCatalogue.RegisteredEntities;
        var declared = models.Select(model => model.TableName).Where(name => tableName.EndsWith(name, StringComparison.Ordinal)).MaxBy(name => name.Length)
            ?? throw new ArgumentException($"No encrypted entity of table {tableName} is known. Assert by the entity: AssertStoredProtectedAsync<T>(…).", nameof(tableName));
        var ofTable = models.Where(model => model.TableName == declared).ToList();
        return new(ofTable, ofTable);
    }

    /// <summary>Whether the attribute is one that no signature covers.</summary>
    public bool IsUnsigned(string attribute) => _unsigned.Contains(attribute);

    public bool IsEncrypted(string attribute) => _actions.TryGetValue(attribute, out var action) && action == CryptoAction.EncryptAndSign;
}
