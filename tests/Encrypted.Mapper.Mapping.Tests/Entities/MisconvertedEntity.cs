using Amazon.DynamoDBv2.DataModel;
using Encrypted.Mapper.Mapping.Tests.Converters;

namespace Encrypted.Mapper.Mapping.Tests.Entities;

[DynamoDBTable("Misconverted")]
public sealed class MisconvertedEntity
{
    [DynamoDBHashKey]
    public string Id { get; set; } = "id";

    [Encrypted, DynamoDBProperty(typeof(UpperEntryConverter))]
    public int Value { get; set; }
}
