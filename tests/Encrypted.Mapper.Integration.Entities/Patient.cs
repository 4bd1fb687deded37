using Amazon.DynamoDBv2.DataModel;

namespace Encrypted.Mapper.Integration.Entities;

/// <summary>The class of the README.</summary>
[DynamoDBTable("Patients")]
public class Patient
{
    [DynamoDBHashKey]
    public string Id { get; set; } = "";

    [DynamoDBRangeKey]
    public int Visit { get; set; }

    [SignedOnly]
    [DynamoDBGlobalSecondaryIndexHashKey("ByClinic")]
    public string Clinic { get; set; } = "";

    [Encrypted]
    public string Ssn { get; set; } = "";

    [Encrypted]
    public Diagnosis? Diagnosis { get; set; }

    [Unprotected]
    public string? DisplayHint { get; set; }

    [DynamoDBVersion]
    public int? Version { get; set; }
}
