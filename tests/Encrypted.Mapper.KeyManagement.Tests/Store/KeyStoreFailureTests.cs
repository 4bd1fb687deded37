using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using Amazon.KeyManagementService;
using Amazon.Runtime;
using Encrypted.Mapper.KeyManagement.Tests.Support;
using Encrypted.Mapper.Keys;
using Encrypted.Mapper.Testing;

namespace Encrypted.Mapper.KeyManagement.Tests.Store;

/// <summary>A table that throttles, refuses, is down or doesn't answer: each a typed error that says what was tried.</summary>
public sealed class KeyStoreFailureTests : IAsyncLifetime
{
    private LocalKms _kms = null!;
    private string _key = "";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _kms = await LocalKms.StartAsync(cancellationToken: Cancellation);
        _key = _kms.CreateKey();
    }

    public ValueTask DisposeAsync() => _kms.DisposeAsync();

    [Theory]
    [InlineData("ProvisionedThroughputExceededException", 400, "key-store-throttled")]
    [InlineData("ThrottlingException", 400, "key-store-throttled")]
    [InlineData("RequestLimitExceeded", 400, "key-store-throttled")]
    [InlineData("AccessDeniedException", 400, "key-store-access-denied")]
    [InlineData("UnrecognizedClientException", 400, "key-store-access-denied")]
    [InlineData("ExpiredTokenException", 400, "key-store-access-denied")]
    [InlineData("InvalidSignatureException", 400, "key-store-access-denied")]
    [InlineData("IncompleteSignatureException", 400, "key-store-access-denied")]
    [InlineData("MissingAuthenticationTokenException", 400, "key-store-access-denied")]
    [InlineData("ResourceNotFoundException", 400, "key-store-missing")]
    [InlineData("ValidationException", 400, "key-store-failed")]
    [InlineData("TransactionConflictException", 400, "key-store-failed")]
    [InlineData("InternalServerError", 500, "key-store-unreachable")]
    [InlineData("ServiceUnavailable", 503, "key-store-unreachable")]
    public async Task A_refused_call_is_typed_and_says_what_was_tried(string code, int status, string rule)
    {
        using var server = RefusingDynamoDB.With(code, status);
        var store = Over(server.Client);

        await RefusedAsync(store.GetActiveAsync("tenant", Cancellation), rule, new("dynamodb:GetItem", "tenant", code));
        await RefusedAsync(store.DescribeKeyAsync("tenant", Cancellation), rule, new("dynamodb:Query", "tenant", code));
        await RefusedAsync(store.ListKeysAsync(Cancellation), rule, new("dynamodb:Scan", "*", code));
        var id = Guid.NewGuid().ToString();
        await RefusedAsync(store.CreateKeyAsync(id, new Dictionary<string, string> { ["purpose"] = "test" }, Cancellation), rule, new("dynamodb:TransactWriteItems", id, code));
    }

    [Theory]
    [InlineData("AccessDeniedException", "key-store-access-denied")]
    [InlineData("ThrottlingException", "key-store-throttled")]
    [InlineData("LimitExceededException", "key-store-failed")]
    public async Task A_table_that_cannot_be_described_or_created_names_the_table_and_the_call(string code, string rule)
    {
        using var refusing = RefusingDynamoDB.With(code);
        using var creating = RefusingDynamoDB.With(code, present: false);

        await RefusedAsync(Over(refusing.Client).CreateTableAsync(Cancellation), rule, new("dynamodb:DescribeTable", "BranchKeys", code));
        await RefusedAsync(Over(creating.Client).CreateTableAsync(Cancellation), rule, new("dynamodb:CreateTable", "BranchKeys", code));
    }

    [Theory]
    [InlineData("ThrottlingError", "key-store-throttled")]
    [InlineData("ProvisionedThroughputExceeded", "key-store-throttled")]
    [InlineData("ValidationError", "key-store-failed")]
    public async Task A_cancelled_transaction_is_typed_by_its_reasons(string reason, string rule)
    {
        using var server = RefusingDynamoDB.CancellingTransactions("None", reason, "None");

        var error = await Assert.ThrowsAsync<KeyUnavailableException>(() => Over(server.Client).CreateKeyAsync(cancellationToken: Cancellation));

        Assert.Equal((rule, "TransactionCanceledException"), (error.Rule, error.Attempts[0].Outcome));
    }

    [Fact]
    public async Task A_transaction_that_met_another_one_says_so()
    {
        using var server = RefusingDynamoDB.CancellingTransactions("None", "TransactionConflict", "None");

        var error = await Assert.ThrowsAsync<KeyStoreException>(() => Over(server.Client).CreateKeyAsync(cancellationToken: Cancellation));

        Assert.Equal("branch-key-conflict", error.Rule);
    }

    [Fact]
    public async Task A_client_that_throws_before_it_calls_is_a_failed_call()
    {
        using var client = new BrokenDynamoDB();
        var store = Over(client);

        foreach (var call in new Func<Task>[] { () => store.GetActiveAsync("tenant", Cancellation), () => store.DescribeKeyAsync("tenant", Cancellation), () => store.ListKeysAsync(Cancellation), () => store.CreateKeyAsync(cancellationToken: Cancellation) })
        {
            var error = await Assert.ThrowsAsync<KeyUnavailableException>(call);
            Assert.Equal(("key-store-failed", nameof(AmazonClientException)), (error.Rule, Assert.Single(error.Attempts).Outcome));
            Assert.IsType<AmazonClientException>(error.InnerException);
        }
    }

    [Fact]
    public async Task A_call_of_the_table_that_is_cancelled_stays_cancellation_and_knows_what_had_no_answer()
    {
        using var server = RefusingDynamoDB.Silent();
        using var cancellation = new CancellationTokenSource();

        var pending = Over(server.Client).GetActiveAsync("tenant", cancellation.Token);
        await server.Reached;
        await cancellation.CancelAsync();

        var error = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => pending);
        Assert.Equal(cancellation.Token, error.CancellationToken);
        var failure = Assert.IsType<InterruptedCallException>(error).Failure;
        Assert.Equal("key-store-unreachable", failure.Rule);
        Assert.Equal([new("dynamodb:GetItem", "tenant", "no answer in time")], failure.Attempts);
    }

    [Fact]
    public async Task A_call_of_KMS_that_is_cancelled_knows_the_branch_key_too()
    {
        using var table = new AnsweringDynamoDB(Item());
        using var cancellation = new CancellationTokenSource();
        var store = new BranchKeyStore(Configuration(), table, new CancellingClients(_kms.Clients(), cancellation));

        var error = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => store.GetActiveAsync("tenant", cancellation.Token));

        Assert.Equal(cancellation.Token, error.CancellationToken);
        var failure = Assert.IsType<InterruptedCallException>(error).Failure;
        Assert.Equal("kms-unreachable", failure.Rule);
        Assert.Equal([new("dynamodb:GetItem", "tenant", "found"), new("kms:Decrypt", _key, "no answer in time")], failure.Attempts);
    }

    private static async Task RefusedAsync(Task call, string rule, KeyAttempt attempt)
    {
        var error = await Assert.ThrowsAsync<KeyUnavailableException>(() => call);
        Assert.Equal(rule, error.Rule);
        Assert.Equal(attempt, Assert.Single(error.Attempts));
        Assert.Equal(attempt.Outcome, Assert.IsType<AmazonDynamoDBException>(error.InnerException, exactMatch: false).ErrorCode);
    }

    private BranchKeyStore Over(IAmazonDynamoDB client) => new(Configuration(), client, _kms.Clients());

    private BranchKeyStoreConfiguration Configuration() => new() { TableName = "BranchKeys", Kms = BranchKeyStoreKms.Key(_key) };

    private Dictionary<string, AttributeValue> Item() => new()
    {
        ["branch-key-id"] = new() { S = "tenant" },
        ["type"] = new() { S = "branch:ACTIVE" },
        ["version"] = new() { S = $"branch:version:{Guid.NewGuid()}" },
        ["create-time"] = new() { S = "2024-05-01T12:34:56.123456Z" },
        ["hierarchy-version"] = new() { N = "1" },
        ["kms-arn"] = new() { S = _key },
        ["enc"] = new() { B = new([1]) },
    };

    /// <summary>Cancels as soon as KMS is to be called.</summary>
    private sealed class CancellingClients(IKmsClientSupplier clients, CancellationTokenSource cancellation) : IKmsClientSupplier
    {
        public IAmazonKeyManagementService GetClient(string region)
        {
            cancellation.Cancel();
            return clients.GetClient(region);
        }
    }
}
