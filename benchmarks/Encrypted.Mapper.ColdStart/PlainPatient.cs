using Amazon.DynamoDBv2.DataModel;

namespace Encrypted.Mapper.ColdStart;

[DynamoDBTable("PlainPatients")]
internal sealed class PlainPatient
{
    [DynamoDBHashKey]
    public string Id { get; set; } = "";

    public string Clinic { get; set; } = "";

    public string Ssn { get; set; } = "";
}
