using Amazon.DynamoDBv2.DataModel;

namespace Encrypted.Mapper.Mapping.Tests.Entities;

[DynamoDBTable("Epochs")]
public sealed class EpochEntity
{
    [DynamoDBHashKey]
    public string Id { get; set; } = "id";

    [SignedOnly]
    [DynamoDBProperty(StoreAsEpoch = true)]
    public DateTime Short { get; set; }

    [SignedOnly]
    [DynamoDBProperty(StoreAsEpochLong = true)]
    public DateTime Long { get; set; }

    [SignedOnly]
    [DynamoDBProperty(StoreAsEpochLong = true)]
    public DateTime? Optional { get; set; }
}
