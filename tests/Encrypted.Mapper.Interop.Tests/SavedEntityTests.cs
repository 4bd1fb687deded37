using System.Text.Json.Nodes;
using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using Encrypted.Mapper.IndependentReader;
using Encrypted.Mapper.Integration.Entities;
using Encrypted.Mapper.Interop.Tests.Support;
using Encrypted.Mapper.Keys;
using Encrypted.Mapper.Tests.Support;
using TableDescription = Encrypted.Mapper.IndependentReader.TableDescription;

namespace Encrypted.Mapper.Interop.Tests;

/// <summary>What a context saves opens with a foreign keyring and the independent reader.</summary>
public sealed class SavedEntityTests(ForeignProgram program, KmsServer server, BranchKeyTable keyStore) : IAsyncLifetime
{
    private readonly string _prefix = $"t{Guid.NewGuid():N}-";
    private readonly string _keyArn = server.Kms.CreateKey();

    private string TableName => _prefix + "Patients";

    public async ValueTask InitializeAsync() => await keyStore.Client.CreateTableAsync(new CreateTableRequest
    {
        TableName = TableName,
        KeySchema = [new("Id", KeyType.HASH), new("Visit", KeyType.RANGE)],
        AttributeDefinitions = [new("Id", ScalarAttributeType.S), new("Visit", ScalarAttributeType.N)],
        BillingMode = BillingMode.PAY_PER_REQUEST,
    });

    public async ValueTask DisposeAsync() => await keyStore.Client.DeleteTableAsync(TableName);

    [Fact]
    public Task With_an_AWS_KMS_key() => OpensAsync(
        dynamo => dynamo.UseKmsKey(_keyArn),
        new() { ["type"] = "kms", ["service"] = server.Described(), ["keyId"] = _keyArn });

    [Fact]
    public async Task With_a_branch_key_that_the_foreign_key_store_made()
    {
        var foreign = keyStore.Foreign(program, server, _keyArn);
        var branchKeyId = await foreign.CreateKeyAsync();

        await OpensAsync(
            dynamo => dynamo.UseKeyStore(new BranchKeyStoreConfiguration { TableName = keyStore.Name, LogicalName = keyStore.LogicalName, Kms = BranchKeyStoreKms.Key(_keyArn) }, branchKeyId),
            new() { ["type"] = "hierarchical", ["store"] = foreign.Description, ["branchKeyId"] = branchKeyId });
    }

    private async Task OpensAsync(Action<EncryptedDynamoBuilder> keys, JsonObject foreign)
    {
        using var db = EncryptedDynamoContext.Create(keyStore.Client, dynamo =>
        {
            dynamo.UseKmsClients(_ => server.Kms.Clients("ours")).ConfigureContext(context => context.TableNamePrefix = _prefix);
            keys(dynamo);
        });
        var patient = new Patient { Id = "p-1", Visit = 7, Clinic = "North", Ssn = "078-05-1120", Diagnosis = new() { Code = "J06.9", Score = 0.5m }, DisplayHint = "blue" };
        await db.SaveAsync(patient, TestContext.Current.CancellationToken);
        var stored = Assert.Single((await keyStore.Client.ScanAsync(new ScanRequest { TableName = TableName, ConsistentRead = true }, TestContext.Current.CancellationToken)).Items);

        var reading = await ForeignRecipient.ReadAsync(Described(), new(program, foreign), SdkItems.FromSdk(stored));

        Assert.Null(reading.Reason);
        Assert.DoesNotContain("078-05-1120", SdkItems.Text(stored), StringComparison.Ordinal);
        Assert.Equal(
            """{"Clinic": {"S": "North"}, "Diagnosis": {"M": {"Code": {"S": "J06.9"}, "Score": {"N": "0.5"}}}, "DisplayHint": {"S": "blue"}, "Id": {"S": "p-1"}, "Ssn": {"S": "078-05-1120"}, "Version": {"N": "0"}, "Visit": {"N": "7"}}""",
            DynamoJson.Write(reading.Plain));
    }

    private TableDescription Described() => new()
    {
        Table = TableName,
        PartitionKey = "Id",
        SortKey = "Visit",
        Actions = new()
        {
            ["Id"] = "SIGN_ONLY",
            ["Visit"] = "SIGN_ONLY",
            ["Clinic"] = "SIGN_ONLY",
            ["Version"] = "SIGN_ONLY",
            ["Ssn"] = "ENCRYPT_AND_SIGN",
            ["Diagnosis"] = "ENCRYPT_AND_SIGN",
            ["DisplayHint"] = "DO_NOTHING",
        },
        UnsignedAttributes = ["DisplayHint"],
    };
}
