using Amazon.DynamoDBv2.DataModel;

namespace Encrypted.Mapper.Testing.Tests.Items;

[DynamoDBTable("TestedVisits")]
public sealed class Visit
{
    [DynamoDBHashKey]
    public string Patient { get; set; } = "";

    [DynamoDBRangeKey]
    public int Number { get; set; }

    [SignedOnly]
    public string Clinic { get; set; } = "";

    [Encrypted]
    public string Ssn { get; set; } = "";

    [Encrypted]
    public List<string>? Notes { get; set; }

    [Unprotected]
    public string? Hint { get; set; }
}
