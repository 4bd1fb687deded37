using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using Amazon.KeyManagementService;
using Amazon.Runtime;
using Encrypted.Mapper;
using Encrypted.Mapper.Encryption;
using Encrypted.Mapper.Keys;

namespace Quickstart.Keys;

/// <summary>A branch key in a key store of the sample's own, protected by a key of AWS KMS.</summary>
internal sealed class BranchKeys : DemoKeys
{
    private const string TableName = "encrypted-mapper-quickstart-keys";

    // In an encrypted data key, after the wrapped data key, a salt and a nonce.
    private const int VersionStart = 48 + 16 + 12;

    private readonly IAmazonDynamoDB _dynamo;
    private readonly Uri _endpoint;
    private readonly KmsClientSupplier _kms;
    private readonly BranchKeyStoreConfiguration _configuration;
    private readonly BranchKeyStore _store;

    public BranchKeys(IAmazonDynamoDB dynamo, Uri endpoint, string keyArn)
    {
        _dynamo = dynamo;
        _endpoint = endpoint;
        _kms = new KmsClientSupplier(region => new AmazonKeyManagementServiceClient(
            new BasicAWSCredentials("quickstart", "local"),
            new AmazonKeyManagementServiceConfig { ServiceURL = endpoint.ToString(), AuthenticationRegion = region }));
        _configuration = new() { TableName = TableName, Kms = BranchKeyStoreKms.Key(keyArn) };
        _store = new BranchKeyStore(_configuration, dynamo, _kms);
    }

    public override IReadOnlyList<(string Name, string Value)> Facts =>
    [
        ("KMS", $"{_endpoint} ({_configuration.Kms.KeyArn})"),
        ("Key store", $"{TableName} (dropped at the end)"),
    ];

    public override string WrappedUnder => "the branch key";

    public string Id { get; private set; } = "";

    public override async Task CreateAsync()
    {
        await DropAsync();
        await _store.CreateTableAsync();
        Id = await _store.CreateKeyAsync();
    }

    public Task RotateAsync() => _store.VersionKeyAsync(Id);

    public Task<BranchKeyDescription> DescribeAsync() => _store.DescribeKeyAsync(Id);

    public override void Configure(EncryptedDynamoBuilder dynamo) => dynamo.UseKmsClients(_ => _kms).UseKeyStore(_configuration, Id);

    /// <summary>The version of the branch key that a stored item was written under.</summary>
    public static Guid VersionOf(Dictionary<string, AttributeValue> stored)
        => new(ItemEncryptor.Describe(stored).EncryptedDataKeys[0].Ciphertext.Span.Slice(VersionStart, 16), bigEndian: true);

    public override async ValueTask DisposeAsync()
    {
        await DropAsync();
        _kms.Dispose();
    }

    private async Task DropAsync()
    {
        try
        {
            await _dynamo.DeleteTableAsync(TableName);
        }
        catch (ResourceNotFoundException)
        {
            // Never there.
        }
    }
}
