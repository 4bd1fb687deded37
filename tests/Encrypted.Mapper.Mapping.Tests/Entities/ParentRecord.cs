using Amazon.DynamoDBv2.DataModel;

namespace Encrypted.Mapper.Mapping.Tests.Entities;

/// <summary>A closed set of records.</summary>
[DynamoDBTable("RecordSets")]
[DynamoDBPolymorphicType("child", typeof(ChildRecord))]
public record ParentRecord([property: DynamoDBHashKey] string Id, [property: Encrypted] string? Name)
{
    public Position? Position { get; init; } = new(5, 6);
}
