using Amazon.DynamoDBv2.Model;

namespace Encrypted.Mapper.Encryption.Canonical;

/// <summary>One signed attribute of one item, and where its canonical field stands in the scratch buffer.</summary>
internal struct SignedField
{
    public CanonicalAttribute Attribute;
    public AttributeValue Value;

    /// <summary>How the attribute is protected, as a byte of the legend.</summary>
    public byte Legend;

    /// <summary>Where the type id starts in the buffer; the value's bytes follow it.</summary>
    public int TypeStart;

    /// <summary>The length of the plaintext value's bytes; type id and tag aren't counted.</summary>
    public int ValueLength;
}
