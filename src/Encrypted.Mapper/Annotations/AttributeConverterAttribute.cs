namespace Encrypted.Mapper;

/// <summary>Names the converter of a property or field of an encrypted entity, or of a type that one stores.</summary>
/// <param name="converterType">A type with a public constructor without parameters that implements <see cref="IAttributeConverter{T}"/> for the property's type.</param>
/// <remarks>The SDK's own converters, <c>[DynamoDBProperty(typeof(…))]</c>, work too. A property has one converter or the other.</remarks>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Field)]
public sealed class AttributeConverterAttribute(Type converterType) : Attribute
{
    /// <summary>The converter's type.</summary>
    public Type ConverterType { get; } = converterType;
}
