using Amazon.DynamoDBv2.Model;

namespace Encrypted.Mapper.Keys;

/// <summary>Takes the branch key's id from an attribute of the table's key: a text as it is, a number in the spelling of the encryption context.</summary>
internal sealed class AttributeBranchKeySelector(string attributeName) : IBranchKeySelector
{
    public string SelectBranchKeyId(IReadOnlyDictionary<string, AttributeValue> attributes)
    {
        var value = attributes.GetValueOrDefault(attributeName);
        return (value?.S ?? value?.N) is { Length: > 0 } id
            ? id
            : throw new InvalidOperationException("The attribute that names the branch key holds no text and no number.");
    }
}
