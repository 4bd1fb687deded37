using Amazon.DynamoDBv2.DataModel;

namespace Encrypted.Mapper.Integration.Entities;

/// <summary>The same letter in a newer program.</summary>
[DynamoDBTable("Dispatches")]
public class ForwardedLetter
{
    [DynamoDBHashKey]
    public string Id { get; set; } = "";

    [Encrypted]
    public string Text { get; set; } = "";

    [Unprotected]
    public string? Stamp { get; set; }

    [Encrypted]
    public string? Address { get; set; }

    [SignedOnly]
    public int? Weight { get; set; }
}
