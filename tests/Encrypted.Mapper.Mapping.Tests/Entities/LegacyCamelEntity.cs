using Amazon.DynamoDBv2.DataModel;

namespace Encrypted.Mapper.Mapping.Tests.Entities;

[DynamoDBTable("LegacyCamels", true)]
public sealed class LegacyCamelEntity
{
    [DynamoDBHashKey]
    public string Id { get; set; } = "id";

    [Encrypted]
    public Address? Home { get; set; }
}
