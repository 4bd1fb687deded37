using Amazon.DynamoDBv2.DataModel;

namespace Encrypted.Mapper.Testing.Tests.Guide;

[DynamoDBTable("Patients")]
public sealed class Patient
{
    [DynamoDBHashKey]
    public string Id { get; set; } = "";

    [SignedOnly]
    public string Clinic { get; set; } = "";

    [Encrypted]
    public string Ssn { get; set; } = "";
}
