using System.Collections.Frozen;
using Encrypted.Mapper.Model;

namespace Encrypted.Mapper.Context;

/// <summary>What is known of a table's attributes, seen from one of its entities.</summary>
internal sealed class TableAttributes
{
    private readonly FrozenDictionary<string, AttributeModel> _byProperty;
    private readonly FrozenDictionary<string, AttributeAction> _own;
    private readonly FrozenDictionary<string, bool> _ofOthersEncrypted;

    public TableAttributes(EntityModel model, IReadOnlyList<EntityModel> group)
    {
        _byProperty = model.Attributes.ToFrozenDictionary(attribute => attribute.PropertyName, StringComparer.Ordinal);
        _own = model.Attributes.ToFrozenDictionary(attribute => attribute.AttributeName, attribute => attribute.Action, StringComparer.Ordinal);
        var others = new Dictionary<string, bool>(StringComparer.Ordinal);
        var unsigned = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var attribute in group.SelectMany(member => member.Attributes))
        {
            others[attribute.AttributeName] = others.GetValueOrDefault(attribute.AttributeName) || attribute.Action == AttributeAction.EncryptAndSign;
            if (attribute.Action == AttributeAction.DoNothing)
            {
                unsigned.Add(attribute.AttributeName);
            }
        }

        _ofOthersEncrypted = others.ToFrozenDictionary(StringComparer.Ordinal);
        Unsigned = [.. unsigned];
    }

    /// <summary>The union of the unsigned attributes of all entities of the table.</summary>
    public IReadOnlyCollection<string> Unsigned { get; }

    public IReadOnlyDictionary<string, AttributeAction> Actions => _own;

    public bool TryGetByProperty(string propertyName, out AttributeModel attribute)
        => _byProperty.TryGetValue(propertyName, out attribute!);

    /// <summary>How a name may stand in conditions. The entity's own declaration decides; then, strictest first, those of the table's other entities.</summary>
    public AttributeVisibility VisibilityOf(string attributeName)
    {
        if (_own.TryGetValue(attributeName, out var action))
        {
            return action == AttributeAction.EncryptAndSign ? AttributeVisibility.Encrypted : AttributeVisibility.Clear;
        }

        return !_ofOthersEncrypted.TryGetValue(attributeName, out var encrypted)
            ? AttributeVisibility.Unknown
            : encrypted ? AttributeVisibility.Encrypted : AttributeVisibility.Clear;
    }
}
