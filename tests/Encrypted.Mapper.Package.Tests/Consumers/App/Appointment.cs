using Amazon.DynamoDBv2.DataModel;
using Encrypted.Mapper;

[DynamoDBTable("Appointments")]
public class Appointment
{
    [DynamoDBHashKey] public string Id { get; set; } = "";
    [Encrypted] public string Reason { get; set; } = "";
}
