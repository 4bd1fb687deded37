using Amazon.DynamoDBv2;
using Amazon.Runtime;
using Encrypted.Mapper.Keys;
using Encrypted.Mapper.Testing;
using Encrypted.Mapper.Tool.Tests.Support;

namespace Encrypted.Mapper.Tool.Tests.KeyStore;

/// <summary>A KMS and a table name of a test's own, on the DynamoDB Local that <c>./dev test</c> starts.</summary>
internal sealed class KeyStoreLab : IAsyncDisposable
{
    private const string EndpointVariable = "DYNAMODB_ENDPOINT";

    // What the tool finds by the AWS SDK's default chain. DynamoDB Local keeps apart what has other access keys.
    static KeyStoreLab()
    {
        Environment.SetEnvironmentVariable("AWS_ACCESS_KEY_ID", "local");
        Environment.SetEnvironmentVariable("AWS_SECRET_ACCESS_KEY", "not-verified");
    }

    private KeyStoreLab(LocalKms kms) => (Kms, KeyArn) = (kms, kms.CreateKey());

    public static string DynamoEndpoint { get; } = Environment.GetEnvironmentVariable(EndpointVariable) is { Length: > 0 } endpoint
        ? endpoint
        : throw new InvalidOperationException($"These tests need DynamoDB Local: run ./dev test, or set {EndpointVariable}.");

    public LocalKms Kms { get; }

    public string KeyArn { get; set; }

    public string Table { get; } = $"t{Guid.NewGuid():N}";

    public AmazonDynamoDBClient Dynamo { get; } = new(
        new BasicAWSCredentials("local", "local"),
        new AmazonDynamoDBConfig { ServiceURL = DynamoEndpoint, AuthenticationRegion = "eu-west-1" });

    public static async Task<KeyStoreLab> CreateAsync(bool withTable = true)
    {
        var lab = new KeyStoreLab(await LocalKms.StartAsync(cancellationToken: TestContext.Current.CancellationToken));
        if (withTable)
        {
            Assert.Equal(ExitCodes.AllSucceeded, (await lab.RunAsync("init")).ExitCode);
        }

        return lab;
    }

    /// <summary>Runs a command with the options that say where everything is.</summary>
    public Task<ToolResult> RunAsync(string command, params string[] options) => ToolRun.WithinAsync(
        "",
        ["keys", command, "--table", Table, "--region", "eu-west-1", "--dynamodb-endpoint", DynamoEndpoint, .. command == "show" ? [] : (string[])["--kms-key", KeyArn, "--kms-endpoint", Kms.Endpoint.ToString()], .. options]);

    /// <summary>The key store, as an application opens it.</summary>
    public BranchKeyStore Open(BranchKeyStoreKms? kms = null, string? logicalName = null)
        => new(new BranchKeyStoreConfiguration { TableName = Table, LogicalName = logicalName, Kms = kms ?? BranchKeyStoreKms.Key(KeyArn) }, Dynamo, Kms.Clients());

    public async ValueTask DisposeAsync()
    {
        try
        {
            await Dynamo.DeleteTableAsync(Table);
        }
        catch (Amazon.DynamoDBv2.Model.ResourceNotFoundException)
        {
            // The test made none.
        }

        Dynamo.Dispose();
        await Kms.DisposeAsync();
    }
}
