using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using Amazon.KeyManagementService;
using Amazon.KeyManagementService.Model;
using Amazon.Runtime;
using Encrypted.Mapper.KeyManagement.Tests.Support;
using Encrypted.Mapper.Keys;
using Encrypted.Mapper.Testing;

namespace Encrypted.Mapper.KeyManagement.Tests.Store;

/// <summary>What a key store makes of services that refuse, fail or err.</summary>
public sealed class KeyStoreServiceTests
{
    private static readonly BasicAWSCredentials s_credentials = new("local", "local");

    [Theory]
    [InlineData("AccessDeniedException", 400, "key-store-access-denied")]
    [InlineData("UnrecognizedClientException", 400, "key-store-access-denied")]
    [InlineData("ExpiredTokenException", 400, "key-store-access-denied")]
    [InlineData("ProvisionedThroughputExceededException", 400, "key-store-throttled")]
    [InlineData("ThrottlingException", 400, "key-store-throttled")]
    [InlineData("RequestLimitExceeded", 400, "key-store-throttled")]
    [InlineData("ValidationException", 400, "key-store-failed")]
    [InlineData("SomethingNew", 400, "key-store-failed")]
    [InlineData("InternalServerError", 500, "key-store-unreachable")]
    public async Task A_refusal_of_DynamoDB_has_a_rule_of_its_kind_and_the_code_in_what_was_tried(string code, int status, string rule)
    {
        using var server = new RefusingServer(code, status);
        using var store = new Opened(server.Address);

        var refusal = await Assert.ThrowsAsync<KeyUnavailableException>(() => store.Keys.GetActiveAsync("tenant", TestContext.Current.CancellationToken));

        Assert.Equal(rule, refusal.Rule);
        Assert.Equal([new("dynamodb:GetItem", "tenant", code)], refusal.Attempts);
        Assert.IsType<AmazonDynamoDBException>(refusal.InnerException, exactMatch: false);

        // As often as the client is configured to, and no more.
        Assert.InRange(server.Requests, 1, 2);
    }

    [Fact]
    public async Task Creating_the_table_is_refused_as_any_other_call_is()
    {
        using var server = new RefusingServer("AccessDeniedException", 400);
        using var store = new Opened(server.Address);

        var refusal = await Assert.ThrowsAsync<KeyUnavailableException>(() => store.Keys.CreateTableAsync(TestContext.Current.CancellationToken));

        Assert.Equal("key-store-access-denied", refusal.Rule);
        Assert.Equal([new("dynamodb:DescribeTable", "BranchKeys", "AccessDeniedException")], refusal.Attempts);
    }

    [Fact]
    public async Task A_client_that_throws_before_it_has_a_task_fails_as_any_other_does()
    {
        using var client = new ThrowingDynamoDB();
        await using var kms = await LocalKms.StartAsync(cancellationToken: TestContext.Current.CancellationToken);
        var store = new BranchKeyStore(new() { TableName = "BranchKeys", Kms = BranchKeyStoreKms.Key(kms.CreateKey()) }, client, kms.Clients());

        var refusal = await Assert.ThrowsAsync<KeyUnavailableException>(() => store.GetActiveAsync("tenant", TestContext.Current.CancellationToken));

        Assert.Equal([new("dynamodb:GetItem", "tenant", nameof(InvalidOperationException))], refusal.Attempts);
    }

    [Theory]
    [InlineData("branch:ACTIVE")]
    [InlineData("beacon:ACTIVE")]
    public async Task A_key_that_another_KMS_key_made_is_not_stored(string type)
    {
        await using var lab = await KeyLab.CreateAsync();
        using var kms = new MistakenKms(lab.Kms.Endpoint, type, lab.Kms.CreateKey());
        using var clients = new KmsClientSupplier(_ => kms);
        var store = new BranchKeyStore(lab.Store, lab.Dynamo, clients);

        var refusal = await Assert.ThrowsAsync<KeyUnavailableException>(() => store.CreateKeyAsync());

        Assert.Equal("kms-response", refusal.Rule);
        Assert.Empty(await lab.StoredKeysAsync());
    }

    private sealed class Opened : IDisposable
    {
        private readonly AmazonDynamoDBClient _client;
        private readonly KmsClientSupplier _kms = new(_ => throw new InvalidOperationException("KMS isn't needed."));

        public Opened(string address)
        {
            _client = new(s_credentials, new AmazonDynamoDBConfig { ServiceURL = address, AuthenticationRegion = "eu-west-1", MaxErrorRetry = 1 });
            Keys = new(new() { TableName = "BranchKeys", Kms = BranchKeyStoreKms.Key("arn:aws:kms:eu-west-1:111122223333:key/1234abcd") }, _client, _kms);
        }

        public BranchKeyStore Keys { get; }

        public void Dispose()
        {
            _client.Dispose();
            _kms.Dispose();
        }
    }

    private sealed class ThrowingDynamoDB() : AmazonDynamoDBClient(s_credentials, new AmazonDynamoDBConfig { ServiceURL = "http://127.0.0.1:1" })
    {
        public override Task<GetItemResponse> GetItemAsync(GetItemRequest request, CancellationToken cancellationToken = default)
            => throw new InvalidOperationException("At once.");
    }

    /// <summary>A real client whose answers name another key, where a key of one type is made.</summary>
    private sealed class MistakenKms(Uri endpoint, string type, string anotherKey)
        : AmazonKeyManagementServiceClient(s_credentials, new AmazonKeyManagementServiceConfig { ServiceURL = endpoint.ToString(), AuthenticationRegion = "eu-west-1" })
    {
        public override async Task<GenerateDataKeyWithoutPlaintextResponse> GenerateDataKeyWithoutPlaintextAsync(GenerateDataKeyWithoutPlaintextRequest request, CancellationToken cancellationToken = default)
        {
            var response = await base.GenerateDataKeyWithoutPlaintextAsync(request, cancellationToken);
            response.KeyId = request.EncryptionContext["type"] == type ? anotherKey : response.KeyId;
            return response;
        }

        public override async Task<ReEncryptResponse> ReEncryptAsync(ReEncryptRequest request, CancellationToken cancellationToken = default)
        {
            var response = await base.ReEncryptAsync(request, cancellationToken);
            response.KeyId = request.DestinationEncryptionContext["type"] == type ? anotherKey : response.KeyId;
            return response;
        }
    }
}
