using System.Collections.Frozen;
using Encrypted.Mapper.Model;

namespace Encrypted.Mapper.Context;

/// <summary>What is known of a table's attributes, seen from one of its entities.</summary>
internal sealed class TableAttributes
{
    private readonly FrozenDictionary<string, AttributeModel> _byProperty;
    private readonly FrozenDictionary<string, CryptoAction> _own;
    private readonly FrozenDictionary<string, bool> _ofOthersEncrypted;
    private readonly FrozenSet<string> _unsigned;

    public TableAttributes(EntityModel model, IReadOnlyList<EntityModel> group)
    {
        _byProperty = ByProperty(model.Attributes);
        _own = model.Attributes.ToFrozenDictionary(attribute => attribute.AttributeName, attribute => attribute.Action, StringComparer.Ordinal);
        var others = new Dictionary<string, bool>(StringComparer.Ordinal);
        var unsigned = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var attribute in group.SelectMany(member => member.Attributes))
        {
            others[attribute.AttributeName] = others.GetValueOrDefault(attribute.AttributeName) || attribute.Action == CryptoAction.EncryptAndSign;
            if (attribute.Action == CryptoAction.DoNothing)
            {
                unsigned.Add(attribute.AttributeName);
            }
        }

        _ofOthersEncrypted = others.ToFrozenDictionary(StringComparer.Ordinal);
        Unsigned = [.. unsigned];
        _unsigned = unsigned.ToFrozenSet(StringComparer.Ordinal);
        OwnUnsigned = [.. model.Attributes.Where(attribute => attribute.Action == CryptoAction.DoNothing).Select(attribute => attribute.AttributeName)];
    }

    /// <summary>The unsigned attributes of the entity itself.</summary>
    public IReadOnlyList<string> OwnUnsigned { get; }

    /// <summary>The union of the unsigned attributes of all entities of the table.</summary>
    public IReadOnlyCollection<string> Unsigned { get; }

    public IReadOnlyDictionary<string, CryptoAction> Actions => _own;

    public bool TryGetByProperty(string propertyName, out AttributeModel attribute)
        => _byProperty.TryGetValue(propertyName, out attribute!);

    public bool IsUnsigned(string attributeName) => _unsigned.Contains(attributeName);

    /// <summary>How a name may stand in conditions. The entity's own declaration decides; then, strictest first, those of the table's other entities.</summary>
    public AttributeVisibility VisibilityOf(string attributeName)
    {
        if (_own.TryGetValue(attributeName, out var action))
        {
            return action == CryptoAction.EncryptAndSign ? AttributeVisibility.Encrypted : AttributeVisibility.Clear;
        }

        return !_ofOthersEncrypted.TryGetValue(attributeName, out var encrypted)
            ? AttributeVisibility.Unknown
            : encrypted ? AttributeVisibility.Encrypted : AttributeVisibility.Clear;
    }

    /// <summary>
    /// Types of one closed set may declare properties of one name that are mapped to different attributes. Such a name
    /// says nothing, so that a condition on it is refused like one on an unknown property.
    /// </summary>
    private static FrozenDictionary<string, AttributeModel> ByProperty(IReadOnlyList<AttributeModel> attributes)
    {
        var found = new Dictionary<string, AttributeModel>(StringComparer.Ordinal);
        var ambiguous = new HashSet<string>(StringComparer.Ordinal);
        foreach (var attribute in attributes)
        {
            if (!found.TryAdd(attribute.PropertyName, attribute) && found[attribute.PropertyName] != attribute)
            {
                ambiguous.Add(attribute.PropertyName);
            }
        }

        return found.Where(entry => !ambiguous.Contains(entry.Key)).ToFrozenDictionary(StringComparer.Ordinal);
    }
}
