using Amazon.DynamoDBv2.DataModel;

namespace Encrypted.Mapper.Mapping.Tests.Entities;

[DynamoDBTable("Animals", CaseMode.CamelCase)]
[DynamoDBPolymorphicType("cat", typeof(Cat))]
[DynamoDBPolymorphicType("dog", typeof(Dog))]
public class Animal
{
    [DynamoDBHashKey]
    public string Id { get; set; } = "id";

    [Encrypted]
    public string? Name { get; set; }
}
