using Amazon.DynamoDBv2.DataModel;

namespace Encrypted.Mapper.Mapping.Tests.Entities;

[DynamoDBPolymorphicType("car", typeof(Car))]
public class Vehicle
{
    public int Wheels { get; set; }
}
