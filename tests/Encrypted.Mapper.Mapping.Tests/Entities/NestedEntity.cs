using Amazon.DynamoDBv2.DataModel;

namespace Encrypted.Mapper.Mapping.Tests.Entities;

[DynamoDBTable("Nested")]
public sealed class NestedEntity : EntityBase
{
    [Encrypted]
    public Address? Home { get; set; }

    public Point Position { get; set; }

    [DynamoDBProperty("renamed")]
    public string? Other { get; set; }

    public int Field;

    [DynamoDBIgnore]
    public object? Anything { get; set; }

    public int ReadOnly => Field;
}
