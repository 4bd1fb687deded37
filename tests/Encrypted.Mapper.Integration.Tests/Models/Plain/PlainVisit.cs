using Amazon.DynamoDBv2.DataModel;

namespace Encrypted.Mapper.Integration.Tests.Models.Plain;

/// <summary>A type without protection that claims the table of an encrypted entity.</summary>
[DynamoDBTable("Visits")]
public sealed class PlainVisit
{
    [DynamoDBHashKey]
    public string Id { get; set; } = "";

    [DynamoDBRangeKey]
    public int Number { get; set; }

    [DynamoDBProperty("ssn")]
    public string? Ssn { get; set; }
}
