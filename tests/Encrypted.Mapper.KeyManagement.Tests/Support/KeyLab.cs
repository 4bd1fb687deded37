using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using Amazon.Runtime;
using Encrypted.Mapper.Keys;
using Encrypted.Mapper.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Encrypted.Mapper.KeyManagement.Tests.Support;

/// <summary>One test's own KMS, key store and tables, on the DynamoDB Local that <c>./dev test</c> starts.</summary>
internal sealed class KeyLab : IAsyncDisposable
{
    private const string EndpointVariable = "DYNAMODB_ENDPOINT";
    private readonly string _prefix = $"k{Guid.NewGuid():N}-";

    private KeyLab(LocalKms kms)
    {
        Kms = kms;
        KeyArn = kms.CreateKey();
        Store = new BranchKeyStoreConfiguration { TableName = _prefix + "BranchKeys", LogicalName = "branch-keys", Kms = BranchKeyStoreKms.Key(KeyArn) };
        Admin = new BranchKeyStore(Store, Dynamo, kms.Clients());
    }

    public LocalKms Kms { get; }

    public string KeyArn { get; }

    public AmazonDynamoDBClient Dynamo { get; } = new(
        new BasicAWSCredentials("local", "local"),
        new AmazonDynamoDBConfig
        {
            ServiceURL = Environment.GetEnvironmentVariable(EndpointVariable) is { Length: > 0 } endpoint
                ? endpoint
                : throw new InvalidOperationException($"These tests need DynamoDB Local: run ./dev test, or set {EndpointVariable}."),
            AuthenticationRegion = "eu-west-1",
        });

    public BranchKeyStoreConfiguration Store { get; }

    public BranchKeyStore Admin { get; }

    public string Invoices => _prefix + "Invoices";

    public string Memos => _prefix + "Memos";

    public static async Task<KeyLab> CreateAsync(LocalKmsOptions? options = null)
    {
        var lab = new KeyLab(await LocalKms.StartAsync(options));
        await lab.Admin.CreateTableAsync();
        await lab.CreateTableAsync(lab.Invoices, new KeySchemaElement("Tenant", KeyType.HASH), new KeySchemaElement("Number", KeyType.RANGE));
        await lab.CreateTableAsync(lab.Memos, new KeySchemaElement("Id", KeyType.HASH));
        return lab;
    }

    /// <summary>Creates a branch key under an id of the test's choice.</summary>
    public Task<string> CreateBranchKeyAsync(string id) => Admin.CreateKeyAsync(id, new Dictionary<string, string> { ["purpose"] = "test" });

    public EncryptedDynamoContext Context(Action<EncryptedDynamoBuilder> configure, ILoggerFactory? loggers = null)
        => EncryptedDynamoContext.Create(
            Dynamo,
            dynamo => configure(dynamo
                .ConfigureContext(context => context.TableNamePrefix = _prefix)
                .UseKmsClients(_ => Kms.Clients())),
            loggers);

    /// <summary>The same as a registration.</summary>
    public IServiceCollection Services(Action<EncryptedDynamoBuilder> configure)
        => new ServiceCollection()
            .AddSingleton<IAmazonDynamoDB>(Dynamo)
            .AddEncryptedDynamo(dynamo => configure(dynamo.ConfigureContext(context => context.TableNamePrefix = _prefix).UseKmsClients(_ => Kms.Clients())));

    /// <summary>The key store's items as they are stored, of one branch key, by their type.</summary>
    public async Task<Dictionary<string, Dictionary<string, AttributeValue>>> StoredKeysAsync()
        => (await Dynamo.ScanAsync(new ScanRequest(Store.TableName) { ConsistentRead = true })).Items.ToDictionary(item => item["type"].S);

    /// <summary>How often KMS was asked for an operation.</summary>
    public int Count(string operation) => Kms.CallCount(operation);

    public async ValueTask DisposeAsync()
    {
        foreach (var table in new[] { Store.TableName, Invoices, Memos })
        {
            await Dynamo.DeleteTableAsync(table);
        }

        Dynamo.Dispose();
        await Kms.DisposeAsync();
    }

    private Task CreateTableAsync(string name, params List<KeySchemaElement> keys)
        => Dynamo.CreateTableAsync(new CreateTableRequest
        {
            TableName = name,
            BillingMode = BillingMode.PAY_PER_REQUEST,
            KeySchema = keys,
            AttributeDefinitions = keys.ConvertAll(key => new AttributeDefinition(key.AttributeName, key.KeyType == KeyType.HASH ? ScalarAttributeType.S : ScalarAttributeType.N)),
        });
}
