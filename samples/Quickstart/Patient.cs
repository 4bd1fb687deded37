using Amazon.DynamoDBv2.DataModel;
using Encrypted.Mapper;

namespace Quickstart;

/// <summary>One visit of one patient. The attributes of ours say what DynamoDB may see; those of the AWS SDK keep their meaning.</summary>
[DynamoDBTable(PatientsTable.Name)]
public sealed class Patient
{
    [DynamoDBHashKey]
    public string Id { get; set; } = "";

    [DynamoDBRangeKey]
    public int Visit { get; set; }

    [SignedOnly]
    public string Clinic { get; set; } = "";

    [Encrypted]
    public string Name { get; set; } = "";

    [Encrypted]
    public string Ssn { get; set; } = "";

    [Encrypted]
    public Diagnosis? Diagnosis { get; set; }

    [Unprotected]
    public string? DisplayHint { get; set; }

    [DynamoDBVersion]
    public int? Version { get; set; }
}
