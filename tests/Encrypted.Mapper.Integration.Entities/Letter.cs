using Amazon.DynamoDBv2.DataModel;

namespace Encrypted.Mapper.Integration.Entities;

/// <summary>A generated entity with extension data.</summary>
[DynamoDBTable("Dispatches")]
public record Letter([property: DynamoDBHashKey] string Id, [property: Encrypted] string Text)
{
    [Unprotected]
    public string? Stamp { get; init; }

    [ExtensionData]
    public ExtensionAttributes? Others { get; private init; }
}
