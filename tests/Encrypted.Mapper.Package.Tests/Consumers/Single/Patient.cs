using Amazon.DynamoDBv2.DataModel;
using Encrypted.Mapper;

[DynamoDBTable("Patients")]
public class Patient
{
    [DynamoDBHashKey] public string Id { get; set; } = "";
    [SignedOnly] public string Clinic { get; set; } = "";
    [Encrypted] public string Ssn { get; set; } = "";
    [Encrypted] public Visit? LastVisit { get; set; }
}

public class Visit
{
    public string Note { get; set; } = "";
}
