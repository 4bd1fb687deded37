using Amazon.DynamoDBv2.DataModel;

namespace Encrypted.Mapper.Testing.Tests.Items;

[DynamoDBTable("LooseVisits")]
public sealed class LooseVisit
{
    [DynamoDBHashKey]
    public string Patient { get; set; } = "";

    [DynamoDBRangeKey]
    public int Number { get; set; }

    [SignedOnly]
    public string Clinic { get; set; } = "";

    [SignedOnly]
    public byte[] Ssn { get; set; } = [];
}
