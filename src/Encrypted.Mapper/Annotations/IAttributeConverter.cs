using Amazon.DynamoDBv2.Model;

namespace Encrypted.Mapper;

/// <summary>
/// Converts between a CLR type and attribute values, for properties marked
/// <see cref="AttributeConverterAttribute"/>. The property may also be the nullable of the type.
/// </summary>
/// <remarks>
/// One instance, created without arguments, serves all entities and threads. Null never reaches a converter: a null
/// property is an attribute that is absent, and a stored null is read as the default. What a converter throws is reported
/// by its type alone (rule <c>converter-failed</c>): its message may contain a value.
/// </remarks>
/// <typeparam name="T">The CLR type.</typeparam>
public interface IAttributeConverter<T>
{
    /// <summary>Converts to an attribute value.</summary>
    /// <param name="value">The property's value, never null.</param>
    /// <returns>A new attribute value that the converter keeps no reference to, or <see langword="null"/> to leave the attribute out.</returns>
    AttributeValue? ToAttributeValue(T value);

    /// <summary>Converts from an attribute value.</summary>
    /// <param name="value">The verified, decrypted value, not a stored null.</param>
    /// <returns>The property's value.</returns>
    T FromAttributeValue(AttributeValue value);
}
