using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.DataModel;
using Amazon.Runtime;
using Domain;
using Microsoft.Extensions.DependencyInjection;

using var table = new TableInMemory();
using var services = new ServiceCollection()
    .AddSingleton<IAmazonDynamoDB>(new AmazonDynamoDBClient(new BasicAWSCredentials("id", "secret"), new AmazonDynamoDBConfig { ServiceURL = table.Address }))
    .AddEncryptedDynamo(dynamo => dynamo.UseLocalKey(Path.Combine(AppContext.BaseDirectory, "app.key")))
    .BuildServiceProvider();
var context = services.GetRequiredService<IDynamoDBContext>();

await context.SaveAsync(new Patient { Id = "p-1", Ssn = "plain-ssn" });
await context.SaveAsync(new Appointment { Id = "a-1", Reason = "plain-reason" });
Console.WriteLine($"Patient {(await context.LoadAsync<Patient>("p-1")).Ssn}");
Console.WriteLine($"Appointment {(await context.LoadAsync<Appointment>("a-1")).Reason}");
