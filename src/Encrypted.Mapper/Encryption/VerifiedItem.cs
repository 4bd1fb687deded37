using Amazon.DynamoDBv2.Model;
using Encrypted.Mapper.Model;

namespace Encrypted.Mapper.Encryption;

/// <summary>An item after every check.</summary>
/// <param name="Item">The plain item: a new dictionary that the caller owns.</param>
/// <param name="Unknown">The attributes within the signature's scope that the configuration doesn't name; <see langword="null"/>, as a rule, when there are none.</param>
internal readonly record struct VerifiedItem(Dictionary<string, AttributeValue> Item, IReadOnlyList<UnknownAttribute>? Unknown);
