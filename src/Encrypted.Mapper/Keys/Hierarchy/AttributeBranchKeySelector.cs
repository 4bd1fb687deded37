using Amazon.DynamoDBv2.Model;
using Encrypted.Mapper.Encryption.Canonical;

namespace Encrypted.Mapper.Keys;

/// <summary>Takes the branch key's id from one attribute of the table's key: a string as it stands, a number in plain decimal notation.</summary>
/// <param name="attributeName">The attribute's name in the table.</param>
internal sealed class AttributeBranchKeySelector(string attributeName) : IBranchKeySelector
{
    /// <inheritdoc/>
    /// <exception cref="InvalidOperationException">The attribute is missing, or no string or number; the message doesn't hold its value.</exception>
    public string SelectBranchKeyId(IReadOnlyDictionary<string, AttributeValue> attributes)
    {
        ArgumentNullException.ThrowIfNull(attributes);
        if (attributes.TryGetValue(attributeName, out var value))
        {
            if (value.S is { Length: > 0 } text)
            {
                return text;
            }

            if (value.N is { } number && Normalise(number) is { } plain)
            {
                return plain;
            }
        }

        throw new InvalidOperationException($"Attribute '{attributeName}' holds no id of a branch key.");
    }

    // 7, 7.0 and 7E0 are one value of a key, and so must be one id.
    private static string? Normalise(string number)
    {
        Span<byte> plain = stackalloc byte[NumberText.MaxLength];
        return NumberText.Normalize(number, plain, out var length) == NumberStatus.Ok
            ? Utf8Text.Strict.GetString(plain[..length])
            : null;
    }
}
