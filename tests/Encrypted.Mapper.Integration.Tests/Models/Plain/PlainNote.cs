using Amazon.DynamoDBv2.DataModel;

namespace Encrypted.Mapper.Integration.Tests.Models.Plain;

/// <summary>A type without protection, in a table of its own.</summary>
[DynamoDBTable("Notes")]
public sealed class PlainNote
{
    [DynamoDBHashKey]
    public string Id { get; set; } = "";

    public string? Text { get; set; }
}
