using Amazon.DynamoDBv2.DataModel;

namespace Encrypted.Mapper.Mapping.Tests.Entities;

/// <summary>A struct whose only constructor fills it.</summary>
[DynamoDBTable("Immutables")]
public readonly struct ImmutableEntity(string id, int[] values, Position? at)
{
    [DynamoDBHashKey]
    public string Id { get; } = id;

    [Encrypted]
    public int[] Values { get; } = values;

    public Position? At { get; init; } = at;
}
