using Amazon.DynamoDBv2.DataModel;

namespace Encrypted.Mapper.Integration.Entities;

/// <summary>An entity whose base is an entity, too.</summary>
[DynamoDBTable("Dispatches")]
public class RegisteredLetter : ForwardedLetter
{
    [Encrypted]
    public string? Receipt { get; set; }
}
