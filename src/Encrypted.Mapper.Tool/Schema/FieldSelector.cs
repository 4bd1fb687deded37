using Amazon.DynamoDBv2.Model;
using Encrypted.Mapper.Keys;

namespace Encrypted.Mapper.Tool.Schema;

/// <summary>Takes the text of a key attribute, or of one in the encryption context, for the branch key id.</summary>
internal sealed class FieldSelector(string attribute) : IBranchKeySelector
{
    public string SelectBranchKeyId(IReadOnlyDictionary<string, AttributeValue> attributes)
        => attributes.TryGetValue(attribute, out var value) && value.S is { } id ? id : "";
}
