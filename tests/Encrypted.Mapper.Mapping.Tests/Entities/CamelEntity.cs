using Amazon.DynamoDBv2.DataModel;

namespace Encrypted.Mapper.Mapping.Tests.Entities;

[DynamoDBTable("Camels", CaseMode.CamelCase)]
public sealed class CamelEntity
{
    [DynamoDBHashKey("PartitionKey")]
    public string Id { get; set; } = "id";

    [Encrypted]
    public Address? Home { get; set; }

    public Dictionary<string, Address>? ByName { get; set; }

    public PascalNote? Note { get; set; }
}
