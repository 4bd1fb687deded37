using Amazon.DynamoDBv2.DataModel;

namespace Encrypted.Mapper.Mapping.Tests.Entities;

public abstract class EntityBase
{
    [DynamoDBHashKey("pk")]
    public string Id { get; set; } = "id";

    [DynamoDBRangeKey("sk")]
    public int Order { get; set; }

    public virtual string? Inherited { get; set; }

    [DynamoDBVersion]
    public int? Version { get; set; }
}
