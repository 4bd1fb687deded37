namespace Encrypted.Mapper.Model;

/// <summary>One attribute of an encrypted entity: its name in the table, the property behind it, and its protection.</summary>
/// <param name="AttributeName">The attribute's name in the table.</param>
/// <param name="PropertyName">The name of the property or field that the attribute is mapped to.</param>
/// <param name="Action">How the attribute is protected.</param>
public sealed record AttributeModel(string AttributeName, string PropertyName, CryptoAction Action);
