using System.Globalization;
using Amazon.DynamoDBv2.Model;
using Encrypted.Mapper.Context.Expressions;
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

    public void Advance(Dictionary<string, AttributeValue> item) => item[_attribute] = Number(Next);

    /// <summary>Gives the entity its new version, once it is stored.</summary>
    public void WriteBack(object entity) => _model.SetVersionUntyped(entity, Next);

    private static AttributeValue Number(long value) => new() { N = value.ToString(CultureInfo.InvariantCulture) };
}
