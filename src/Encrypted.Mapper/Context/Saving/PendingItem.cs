using Amazon.DynamoDBv2.DataModel;
using Amazon.DynamoDBv2.Model;
using Encrypted.Mapper.Context.Expressions;
using Encrypted.Mapper.Conversion;
using Encrypted.Mapper.Model;

namespace Encrypted.Mapper.Context.Saving;

/// <summary>An item on its way to the table, with what its write depends on.</summary>
internal sealed class PendingItem
{
    private readonly EntityTable _table;
    private readonly ContextExpression? _callersCondition;
    private readonly ConversionOptions _options;
    private readonly VersionStep? _version;
    private Dictionary<string, CryptoAction>? _actions;

    public PendingItem(EntityTable table, Dictionary<string, AttributeValue> item, VersionStep? version, ContextExpression? callersCondition, ConversionOptions options)
    {
        _table = table;
        _version = version;
        _callersCondition = callersCondition;
        _options = options;
        Item = item;
        Key = ItemKey.Of(table, item);
        version?.Advance(item);
    }

    /// <summary>The plain item.</summary>
    public Dictionary<string, AttributeValue> Item { get; }

    public Dictionary<string, AttributeValue> Key { get; }

    /// <summary>The attributes that the model doesn't know: the instance's own or those taken over from the stored item.</summary>
    public List<UnknownAttribute>? Unknown { get; private set; }

    public ValueTask<Dictionary<string, AttributeValue>> EncryptAsync(CancellationToken cancellationToken)
        => _table.EncryptAsync(Item, _actions, cancellationToken);

    /// <summary>Adds attributes that the model doesn't know, in the protection that they have, in place of those added before.</summary>
    public void SetUnknown(IReadOnlyCollection<UnknownAttribute>? attributes)
    {
        foreach (var former in Unknown ?? [])
        {
            Item.Remove(former.Name);
        }

        (Unknown, _actions) = (null, null);
        if (attributes is not { Count: > 0 })
        {
            return;
        }

        Unknown = [.. attributes];
        _actions = new Dictionary<string, CryptoAction>(Unknown.Count, StringComparer.Ordinal);
        foreach (var attribute in Unknown)
        {
            if (!Item.TryAdd(attribute.Name, attribute.Value))
            {
                throw ContextErrors.ExtensionNameTaken(_table.Name);
            }

            _actions.Add(attribute.Name, attribute.Action);
        }
    }

    /// <summary>What the version check or the caller demands of the stored item.</summary>
    public string? Condition(ExpressionScope scope)
    {
        if (_callersCondition?.Filter is not { } filter)
        {
            return _version?.Condition(scope);
        }

        return _version is null
            ? FilterTranslator.Write(_table, scope, filter, _options)
            : throw new InvalidOperationException("A ConditionalExpression can't be combined with the version check. Set SkipVersionCheck to use it with a versioned entity.");
    }
}
