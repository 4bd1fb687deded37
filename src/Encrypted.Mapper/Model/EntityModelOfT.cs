using Amazon.DynamoDBv2.Model;
using Encrypted.Mapper.Conversion;

namespace Encrypted.Mapper.Model;

/// <summary>The model of the entity type <typeparamref name="T"/> with its converter between instances and plain items.</summary>
/// <typeparam name="T">The entity type.</typeparam>
public abstract class EntityModel<T> : EntityModel
    where T : notnull
{
    /// <inheritdoc/>
    public sealed override Type EntityType => typeof(T);

    /// <summary>Converts an entity to the plain item that the stock <c>DynamoDBContext</c> would map it to. Null properties are left out.</summary>
    /// <param name="entity">The entity.</param>
    /// <param name="options">The conversion in force.</param>
    /// <returns>A new dictionary that the caller owns.</returns>
    /// <exception cref="InvalidItemException">A value can't be stored.</exception>
    public abstract Dictionary<string, AttributeValue> ToItem(T entity, ConversionOptions options);

    /// <summary>Converts a plain item to an entity. Attributes that the model doesn't know are ignored.</summary>
    /// <param name="item">The verified, decrypted item.</param>
    /// <param name="options">The conversion in force.</param>
    /// <returns>A new entity.</returns>
    /// <exception cref="InvalidItemException">An attribute's type doesn't fit its property.</exception>
    public abstract T FromItem(Dictionary<string, AttributeValue> item, ConversionOptions options);

    /// <summary>Reads the entity's version.</summary>
    /// <param name="entity">The entity.</param>
    /// <returns>The version, or <see langword="null"/> for an entity that was never saved or a type without a version.</returns>
    public virtual long? GetVersion(T entity) => null;

    /// <summary>Writes the version that a successful save gave the item back to the entity.</summary>
    /// <param name="entity">The entity.</param>
    /// <param name="version">The version now stored.</param>
    public virtual void SetVersion(T entity, long version)
    {
    }

    /// <summary>Reads the property that holds the item's other attributes.</summary>
    /// <param name="entity">The entity.</param>
    /// <returns>Its value, or <see langword="null"/> for an entity that was never read or a type without such a property.</returns>
    public virtual ExtensionAttributes? GetExtensionData(T entity) => null;

    /// <summary>Sets the property that holds the item's other attributes.</summary>
    /// <param name="entity">The entity that was just read.</param>
    /// <param name="extensionData">The other attributes.</param>
    /// <returns>The entity with the property set: the same instance, or for a struct the changed copy.</returns>
    public virtual T WithExtensionData(T entity, ExtensionAttributes extensionData) => entity;

    internal sealed override Dictionary<string, AttributeValue> ToItemUntyped(object entity, ConversionOptions options)
        => ToItem((T)entity, options);

    internal sealed override object FromItemUntyped(Dictionary<string, AttributeValue> item, ConversionOptions options)
        => FromItem(item, options);

    internal sealed override long? GetVersionUntyped(object entity) => GetVersion((T)entity);

    internal sealed override void SetVersionUntyped(object entity, long version) => SetVersion((T)entity, version);

    internal sealed override ExtensionAttributes? GetExtensionDataUntyped(object entity) => GetExtensionData((T)entity);

    internal sealed override object WithExtensionDataUntyped(object entity, ExtensionAttributes extensionData)
        => WithExtensionData((T)entity, extensionData);
}
