using Amazon.DynamoDBv2.DataModel;
using Encrypted.Mapper;

namespace Domain;

[DynamoDBTable("Patients")]
public class Patient
{
    [DynamoDBHashKey] public string Id { get; set; } = "";
    [Encrypted] public string Ssn { get; set; } = "";
}
