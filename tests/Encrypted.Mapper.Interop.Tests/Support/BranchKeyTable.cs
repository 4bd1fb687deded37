using System.Text.Json.Nodes;
using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using Amazon.Runtime;
using Encrypted.Mapper.Keys;

[assembly: AssemblyFixture(typeof(Encrypted.Mapper.Interop.Tests.Support.BranchKeyTable))]

namespace Encrypted.Mapper.Interop.Tests.Support;

/// <summary>One table for branch keys on the DynamoDB Local that <c>./dev test</c> starts. Each test has branch keys of its own in it.</summary>
public sealed class BranchKeyTable : IAsyncLifetime
{
    private const string EndpointVariable = "DYNAMODB_ENDPOINT";

    // DynamoDB Local keeps its tables apart by Region.
    private const string Region = "eu-west-1";

    public string Name { get; } = $"t{Guid.NewGuid():N}-branch-keys";

    public string LogicalName => "BranchKeys";

    public string Endpoint { get; } = Environment.GetEnvironmentVariable(EndpointVariable) is { Length: > 0 } endpoint
        ? endpoint
        : throw new InvalidOperationException($"These tests need DynamoDB Local: run ./dev test, or set {EndpointVariable}.");

    public AmazonDynamoDBClient Client => field ??= new(new BasicAWSCredentials("local", "local"), new AmazonDynamoDBConfig
    {
        ServiceURL = Endpoint,
        AuthenticationRegion = Region,
    });

    public async ValueTask InitializeAsync()
    {
        using var neverCalled = new KmsClientSupplier();
        var anyKey = BranchKeyStoreKms.Key("arn:aws:kms:eu-west-1:111122223333:key/unused");
        await new BranchKeyStore(new() { TableName = Name, Kms = anyKey }, Client, neverCalled).CreateTableAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await Client.DeleteTableAsync(Name);
        Client.Dispose();
    }

    /// <summary>A key store of this library over this table.</summary>
    internal BranchKeyStore Ours(KmsServer server, BranchKeyStoreKms configuration, string? logicalName = null)
        => new(new() { TableName = Name, LogicalName = logicalName ?? LogicalName, Kms = configuration }, Client, server.Kms.Clients("ours"));

    /// <summary>What stands in the table, by the items' types.</summary>
    internal async Task<Dictionary<string, Dictionary<string, AttributeValue>>> ItemsAsync(string branchKeyId) => (await Client.QueryAsync(new QueryRequest
    {
        TableName = Name,
        KeyConditionExpression = "#id = :id",
        ExpressionAttributeNames = new() { ["#id"] = "branch-key-id" },
        ExpressionAttributeValues = new() { [":id"] = new() { S = branchKeyId } },
        ConsistentRead = true,
    })).Items.ToDictionary(item => item["type"].S);

    /// <summary>A key store of the foreign program over this table.</summary>
    internal ForeignKeyStore Foreign(ForeignProgram program, KmsServer server, JsonNode configuration, string region = "eu-west-1", string? logicalName = null) => new(program, new()
    {
        ["service"] = server.Described(region: region),
        ["dynamo"] = new JsonObject { ["endpoint"] = Endpoint, ["region"] = Region },
        ["tableName"] = Name,
        ["logicalName"] = logicalName ?? LogicalName,
        ["configuration"] = configuration,
    });

    /// <summary>A key store of the foreign program over this table, under one key.</summary>
    internal ForeignKeyStore Foreign(ForeignProgram program, KmsServer server, string keyArn)
        => Foreign(program, server, new JsonObject { ["identifier"] = keyArn });
}
