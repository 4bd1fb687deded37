using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using Encrypted.Mapper.Conversion;

namespace Encrypted.Mapper.Model;

/// <summary>
/// What is known of one encrypted entity type: its table, keys, attributes and protections. Instances are emitted by
/// the source generator; they are immutable, thread-safe and use no reflection.
/// </summary>
public abstract class EntityModel
{
    /// <summary>The CLR type that the model describes.</summary>
    public abstract Type EntityType { get; }

    /// <summary>The table's name as annotated, without prefix or override.</summary>
    public abstract string TableName { get; }

    /// <summary>The name of the table's partition key attribute.</summary>
    public abstract string PartitionKey { get; }

    /// <summary>The name of the table's sort key attribute, or <see langword="null"/> when the table has none.</summary>
    public virtual string? SortKey => null;

    /// <summary>
    /// The name of the table key's attribute whose value is the id of the item's branch key, or <see langword="null"/> when the
    /// entity has no <see cref="Encrypted.Mapper.BranchKeyAttribute"/>.
    /// </summary>
    public virtual string? BranchKeyAttribute => null;

    /// <summary>The mapped top-level attributes, table keys included, in declaration order.</summary>
    public abstract IReadOnlyList<AttributeModel> Attributes { get; }

    /// <summary>The secondary indexes that the entity declares keys of.</summary>
    public virtual IReadOnlyList<IndexModel> Indexes => [];

    /// <summary>The name of the attribute that carries the item's version for optimistic concurrency, if the entity has one.</summary>
    public virtual string? VersionAttribute => null;

    /// <summary>Whether the entity has a property for the attributes of an item that it doesn't map.</summary>
    public virtual bool HasExtensionData => false;

    /// <summary>The conversion that the entity's own <c>[DynamoDBTable]</c> asks for; <see cref="ConversionSchema.Unset"/> leaves the choice to the context.</summary>
    public virtual ConversionSchema Conversion => ConversionSchema.Unset;

    /// <summary>
    /// Converts a value that a caller gave for a key, filter or condition the way the attribute's property would be converted.
    /// </summary>
    /// <param name="attributeName">The attribute's name in the table.</param>
    /// <param name="value">A value of the property's type or, for a collection, of its element type; integers may be of another width.</param>
    /// <param name="options">The conversion in force.</param>
    /// <returns>The attribute value, or <see langword="null"/> where the property would be left out of the item.</returns>
    /// <exception cref="InvalidItemException">The value is not of the property's type.</exception>
    public abstract AttributeValue? ToAttributeValue(string attributeName, object? value, ConversionOptions options);

    internal abstract Dictionary<string, AttributeValue> ToItemUntyped(object entity, ConversionOptions options);

    internal abstract object FromItemUntyped(Dictionary<string, AttributeValue> item, ConversionOptions options);

    internal abstract long? GetVersionUntyped(object entity);

    internal abstract void SetVersionUntyped(object entity, long version);

    internal abstract ExtensionAttributes? GetExtensionDataUntyped(object entity);

    internal abstract object WithExtensionDataUntyped(object entity, ExtensionAttributes extensionData);
}
