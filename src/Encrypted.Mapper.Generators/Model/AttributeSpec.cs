namespace Encrypted.Mapper.Generators.Model;

/// <summary>One top-level attribute with its protection and its conversion.</summary>
/// <param name="AttributeName">The name in the table.</param>
/// <param name="PropertyName">The property's name, unescaped.</param>
/// <param name="Action">How it is protected.</param>
/// <param name="PathField">The generated field that holds the attribute's path.</param>
/// <param name="Value">The property's conversion.</param>
/// <param name="Element">The conversion of a collection's elements, if the property is one.</param>
internal sealed record AttributeSpec(
    string AttributeName,
    string PropertyName,
    CryptoAction Action,
    string PathField,
    ConversionSpec Value,
    ConversionSpec? Element);
