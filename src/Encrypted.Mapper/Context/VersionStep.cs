using System.Globalization;
using Amazon.DynamoDBv2.Model;
using Encrypted.Mapper.Context.Expressions;
using Encrypted.Mapper.Conversion;
using Encrypted.Mapper.Model;

namespace Encrypted.Mapper.Context;

/// <summary>Optimistic concurrency by a version number: what the stored item must have, and what it has afterwards.</summary>
internal sealed class VersionStep
{
    private readonly EntityModel _model;
    private readonly string _attribute;
    private readonly long? _current;

    private VersionStep(EntityModel model, string attribute, long? current)
    {
        _model = model;
        _attribute = attribute;
        _current = current;
    }

    private long Next => _current is { } current ? checked(current + 1) : 0;

    /// <summary>The step of an entity, or <see langword="null"/> when it has no version or the check is skipped.</summary>
    public static VersionStep? For(EntityModel model, object entity, bool skip)
        => skip || model.VersionAttribute is not { } attribute ? null : new VersionStep(model, attribute, model.GetVersionUntyped(entity));

    public string Condition(ExpressionScope scope)
        => _current is { } current
            ? $"{scope.Name(_attribute)} = {scope.Value(Number(current))}"
            : $"attribute_not_exists({scope.Name(_attribute)})";

    /// <exception cref="InvalidItemException">The next version doesn't fit the entity's property, which could never read it back.</exception>
    public void Advance(Dictionary<string, AttributeValue> item)
    {
        if (_current == long.MaxValue)
        {
            throw ContextErrors.VersionExhausted(_model.TableName, _attribute);
        }

        try
        {
            item[_attribute] = _model.ToAttributeValue(_attribute, Next, ConversionOptions.Default) ?? Number(Next);
        }
        catch (InvalidItemException)
        {
            throw ContextErrors.VersionExhausted(_model.TableName, _attribute);
        }
    }

    /// <summary>Gives the entity its new version, once it is stored.</summary>
    public void WriteBack(object entity) => _model.SetVersionUntyped(entity, Next);

    private static AttributeValue Number(long value) => new() { N = value.ToString(CultureInfo.InvariantCulture) };
}
