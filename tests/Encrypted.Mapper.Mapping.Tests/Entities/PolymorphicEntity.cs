using Amazon.DynamoDBv2.DataModel;

namespace Encrypted.Mapper.Mapping.Tests.Entities;

[DynamoDBTable("Polymorphics")]
public sealed class PolymorphicEntity
{
    [DynamoDBHashKey]
    public string Id { get; set; } = "id";

    [Encrypted]
    [DynamoDBPolymorphicType("c", typeof(Circle))]
    [DynamoDBPolymorphicType("s", typeof(Square))]
    public Shape? Shape { get; set; }

    [DynamoDBPolymorphicType("c", typeof(Circle))]
    public List<Shape>? Shapes { get; set; }

    [DynamoDBPolymorphicType("s", typeof(Square))]
    public Dictionary<string, Shape>? ShapeMap { get; set; }

    public Vehicle? Vehicle { get; set; }

    public List<Vehicle>? Vehicles { get; set; }
}
