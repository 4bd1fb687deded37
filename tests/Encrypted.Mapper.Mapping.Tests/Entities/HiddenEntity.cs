using Amazon.DynamoDBv2.DataModel;

namespace Encrypted.Mapper.Mapping.Tests.Entities;

/// <summary>Constructors that the stock context can't choose or can't call.</summary>
[DynamoDBTable("Hidden")]
public sealed class HiddenEntity
{
    private HiddenEntity()
    {
        Name = "private constructor";
    }

    public HiddenEntity(object unknown)
        : this()
    {
        Name = unknown.ToString();
    }

    [DynamoDBHashKey]
    public string Id { get; set; } = "id";

    [Encrypted]
    public string? Name { get; private set; }

    public Either? Either { get; set; }

    public Marked? Marked { get; set; }
}
