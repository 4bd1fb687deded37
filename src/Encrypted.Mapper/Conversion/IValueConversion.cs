using System.ComponentModel;
using Amazon.DynamoDBv2.Model;

namespace Encrypted.Mapper.Conversion;

/// <summary>
/// Converts between a CLR type and attribute values. Implementations are stateless structs that generated code composes
/// as type arguments, so that a whole property is converted without virtual calls or allocations of its own.
/// </summary>
/// <typeparam name="T">The CLR type.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IValueConversion<T>
{
    /// <summary>Converts to an attribute value.</summary>
    /// <param name="value">The CLR value.</param>
    /// <param name="path">Where the value stands.</param>
    /// <param name="options">The conversion in force.</param>
    /// <returns>A new attribute value, or <see langword="null"/> when the value is left out of the item.</returns>
    static abstract AttributeValue? Write(T? value, in AttributePath path, ConversionOptions options);

    /// <summary>Converts from an attribute value.</summary>
    /// <param name="value">The stored value.</param>
    /// <param name="path">Where the value stands.</param>
    /// <param name="options">The conversion in force.</param>
    /// <returns>The CLR value; the default for a stored null.</returns>
    /// <exception cref="InvalidItemException">The stored value doesn't fit.</exception>
    static abstract T? Read(AttributeValue value, in AttributePath path, ConversionOptions options);
}
