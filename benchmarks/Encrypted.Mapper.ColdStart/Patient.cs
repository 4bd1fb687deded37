using Amazon.DynamoDBv2.DataModel;

namespace Encrypted.Mapper.ColdStart;

[DynamoDBTable("Patients")]
internal sealed class Patient
{
    [DynamoDBHashKey]
    public string Id { get; set; } = "";

    [SignedOnly]
    public string Clinic { get; set; } = "";

    [Encrypted]
    public string Ssn { get; set; } = "";
}
