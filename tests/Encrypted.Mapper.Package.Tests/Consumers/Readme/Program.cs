using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.DataModel;
using Encrypted.Mapper;
using Microsoft.Extensions.DependencyInjection;

await using var services = new ServiceCollection()
    .AddSingleton<IAmazonDynamoDB>(new AmazonDynamoDBClient())
    .AddEncryptedDynamo(dynamo => dynamo.UseLocalKey("patients.key"))
    .BuildServiceProvider();
var db = services.GetRequiredService<IDynamoDBContext>();

await db.SaveAsync(new Patient { Id = "p-1001", Clinic = "North", Ssn = "078-05-1120" });
var patient = await db.LoadAsync<Patient>("p-1001");

[DynamoDBTable("Patients")]
public class Patient
{
    [DynamoDBHashKey] public string Id { get; set; } = "";
    [SignedOnly] public string Clinic { get; set; } = "";
    [Encrypted] public string Ssn { get; set; } = "";
}
