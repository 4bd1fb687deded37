using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.DataModel;
using Amazon.Runtime;
using Microsoft.Extensions.DependencyInjection;

using var table = new TableInMemory();
using var services = new ServiceCollection()
    .AddSingleton<IAmazonDynamoDB>(new AmazonDynamoDBClient(new BasicAWSCredentials("id", "secret"), new AmazonDynamoDBConfig { ServiceURL = table.Address }))
    .AddEncryptedDynamo(dynamo => dynamo.UseLocalKey(Path.Combine(AppContext.BaseDirectory, "patients.key")))
    .BuildServiceProvider();
var context = services.GetRequiredService<IDynamoDBContext>();

await context.SaveAsync(new Patient { Id = "p-1", Clinic = "north", Ssn = "plain-ssn", LastVisit = new() { Note = "plain-note" } });
var loaded = await context.LoadAsync<Patient>("p-1");
Console.WriteLine($"Patient {loaded.Clinic} {loaded.Ssn} {loaded.LastVisit?.Note}");
