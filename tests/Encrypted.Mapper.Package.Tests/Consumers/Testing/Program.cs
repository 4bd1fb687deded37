using Amazon.DynamoDBv2.DataModel;
using Encrypted.Mapper;
using Encrypted.Mapper.Testing;

// A KMS of the program's own, with a key that one caller may write with and another may read with.
await using var kms = await LocalKms.StartAsync();
var key = kms.CreateKey();
kms.Restrict(key).Allow("writer", "GenerateDataKey").Allow("reader", "Decrypt");

using var dynamo = new TableInMemory();
using var writer = EncryptedDynamoContext.Create(dynamo, builder => builder.UseKmsClients(_ => kms.Clients("writer")).UseKmsKey(key));
using var reader = EncryptedDynamoContext.Create(dynamo, builder => builder.UseKmsClients(_ => kms.Clients("reader")).UseKmsKey(key));

await writer.SaveAsync(new Patient { Id = "p-1", Ssn = "078-05-1120" });
await dynamo.AssertStoredProtectedAsync<Patient>("p-1", context: reader);
Console.WriteLine((await reader.LoadAsync<Patient>("p-1")).Ssn);
Console.WriteLine($"{kms.CallCount("GenerateDataKey")} {kms.CallCount("Decrypt")}");

[DynamoDBTable("Patients")]
public class Patient
{
    [DynamoDBHashKey] public string Id { get; set; } = "";
    [Encrypted] public string Ssn { get; set; } = "";
}
