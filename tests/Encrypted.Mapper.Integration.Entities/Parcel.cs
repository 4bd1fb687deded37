using Amazon.DynamoDBv2.DataModel;

namespace Encrypted.Mapper.Integration.Entities;

/// <summary>A generated struct with extension data, in the table of letters.</summary>
[DynamoDBTable("Dispatches")]
public struct Parcel
{
    [DynamoDBHashKey]
    public string Id { get; set; }

    [Encrypted]
    public string? Text { get; set; }

    [Unprotected]
    public string? Stamp { get; set; }

    [ExtensionData]
    public ExtensionAttributes? Others { get; set; }
}
