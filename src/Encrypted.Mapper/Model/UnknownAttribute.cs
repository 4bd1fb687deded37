using Amazon.DynamoDBv2.Model;

namespace Encrypted.Mapper.Model;

/// <summary>A verified attribute whose name only the item has, with the protection that the header's legend states.</summary>
/// <param name="Name">The attribute's name. Not for messages.</param>
/// <param name="Value">The verified, decrypted value.</param>
/// <param name="Action">How the attribute is protected in the item; never <see cref="CryptoAction.DoNothing"/>.</param>
internal sealed record UnknownAttribute(string Name, AttributeValue Value, CryptoAction Action);
