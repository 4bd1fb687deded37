using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.DataModel;
using Amazon.DynamoDBv2.DocumentModel;
using Amazon.DynamoDBv2.Model;
using Amazon.Runtime;
using Encrypted.Mapper;
using Encrypted.Mapper.Encryption;
using Microsoft.Extensions.DependencyInjection;
using Quickstart;
using Quickstart.Keys;
using Quickstart.Presentation;

var endpoint = Environment.GetEnvironmentVariable("DYNAMODB_ENDPOINT") ?? "http://127.0.0.1:8000";
// DynamoDB Local takes any credentials.
using var client = new AmazonDynamoDBClient(new BasicAWSCredentials("local", "local"), new AmazonDynamoDBConfig { ServiceURL = endpoint });
await using DemoKeys keys = args is ["--kms", var kms, var keyArn] ? new BranchKeys(client, new Uri(kms), keyArn) : new LocalFileKeys();
await keys.CreateAsync();

await using var services = Register();
var db = services.GetRequiredService<IDynamoDBContext>();
var table = new PatientsTable(client);

try
{
    Page.Title(endpoint, keys);
    await table.CreateAsync();
    if (keys is BranchKeys created)
    {
        await ShowBranchKeyAsync(created);
    }

    var visits = Visits();
    await SaveAsync(visits);
    await QueryAsync();
    await RefuseAFilterOnCiphertextAsync();
    await TamperAsync(visits[0], visits[1]);
    await DescribeAsync(visits[0]);
    if (keys is BranchKeys rotated)
    {
        await RotateAsync(rotated);
    }

    Page.End();
}
finally
{
    await table.DropAsync();
}

// The registration is all that an application adds: with a local key, dynamo.UseLocalKey("patients.key").
ServiceProvider Register() => new ServiceCollection()
    .AddSingleton<IAmazonDynamoDB>(client)
    .AddEncryptedDynamo(keys.Configure)
    .BuildServiceProvider();

static Patient[] Visits() =>
[
    new()
    {
        Id = "p-1001", Visit = 1, Clinic = "North", Name = "Ada Byron", Ssn = "078-05-1120", DisplayHint = "morning",
        Diagnosis = new() { Code = "E11.9", Notes = "Diet first", Medication = ["metformin"] },
    },
    new()
    {
        Id = "p-1001", Visit = 2, Clinic = "North", Name = "Ada Byron", Ssn = "078-05-1120",
        Diagnosis = new() { Code = "E11.9", Notes = "Better", Medication = ["metformin", "ramipril"] },
    },
    new() { Id = "p-1001", Visit = 3, Clinic = "East", Name = "Ada Byron", Ssn = "078-05-1120" },
    new() { Id = "p-2002", Visit = 1, Clinic = "North", Name = "Blaise Pascal", Ssn = "219-09-9999", DisplayHint = "wheelchair" },
];

async Task SaveAsync(Patient[] visits)
{
    Page.Step("Save", "await db.SaveAsync(patient);", "Four visits are saved. This is the first of them, in the program and in the table.");
    foreach (var visit in visits)
    {
        await db.SaveAsync(visit);
    }

    ItemComparison.Show(visits[0], await table.ReadAsync(visits[0]));
}

async Task QueryAsync()
{
    Page.Step(
        "Query",
        """
        var filter = new QueryConfig { QueryFilter = [new("Clinic", ScanOperator.Equal, "North")] };
        await db.QueryAsync<Patient>("p-1001", filter).GetRemainingAsync();
        """,
        "By key, and by a signed attribute. Each item is verified and decrypted before it is returned.");
    var filter = new QueryConfig { QueryFilter = [new ScanCondition(nameof(Patient.Clinic), ScanOperator.Equal, "North")] };
    VisitList.Show(await db.QueryAsync<Patient>("p-1001", filter).GetRemainingAsync());
}

async Task RefuseAFilterOnCiphertextAsync()
{
    Page.Step(
        "A filter on an encrypted attribute",
        """await db.ScanAsync<Patient>([new("Ssn", ScanOperator.Equal, "078-05-1120")]).GetRemainingAsync();""",
        "DynamoDB would have seen the number, and found nothing by it. So it isn't sent.");
    try
    {
        await db.ScanAsync<Patient>([new ScanCondition(nameof(Patient.Ssn), ScanOperator.Equal, "078-05-1120")]).GetRemainingAsync();
    }
    catch (EncryptedDynamoException refusal)
    {
        Page.Refusal(refusal);
    }
}

async Task TamperAsync(Patient patient, Patient other)
{
    Page.Step(
        "Tampering",
        """await db.LoadAsync<Patient>("p-1001", 1);""",
        "Somebody who can write the table, but has no key, changes the stored item before the load.");
    var outcomes = new List<TamperingOutcome>();
    foreach (var tampering in Tampering.All)
    {
        outcomes.Add(await tampering.TryAsync(patient, other, table, db));
    }

    TamperingTable.Show(outcomes);
}

async Task DescribeAsync(Patient patient)
{
    Page.Step(
        "What anybody can read",
        "ItemEncryptor.Describe(item);",
        "The header of the stored item, read without a key, and so without knowing whether it is genuine.");
    var stored = await table.ReadAsync(patient);
    HeaderView.Show(ItemEncryptor.Describe(stored), stored, keys.WrappedUnder);
}

async Task ShowBranchKeyAsync(BranchKeys branchKeys)
{
    Page.Step(
        "A branch key",
        """
        await store.CreateTableAsync();
        var id = await store.CreateKeyAsync();
        dynamo.UseKeyStore(configuration, id);
        """,
        "It lies in a table, encrypted by the KMS key, and is fetched once. Items' keys are wrapped under it, without KMS.");
    VersionTables.ShowKey(await branchKeys.DescribeAsync());
}

async Task RotateAsync(BranchKeys branchKeys)
{
    Page.Step(
        "Rotation",
        "await store.VersionKeyAsync(id);",
        "A program that starts now writes under the new version, and still reads what was written under the old one.");
    await branchKeys.RotateAsync();
    VersionTables.ShowKey(await branchKeys.DescribeAsync());

    await using var newProgram = Register();
    var newDb = newProgram.GetRequiredService<IDynamoDBContext>();
    await newDb.SaveAsync(new Patient { Id = "p-1001", Visit = 4, Clinic = "East", Name = "Ada Byron", Ssn = "078-05-1120" });
    var items = new List<(Patient Loaded, Dictionary<string, AttributeValue> Stored)>();
    foreach (var visit in await newDb.QueryAsync<Patient>("p-1001").GetRemainingAsync())
    {
        items.Add((visit, await table.ReadAsync(visit)));
    }

    VersionTables.ShowItems(items);
}
