using Amazon.DynamoDBv2;
using Amazon.KeyManagementService;
using Amazon.Runtime;
using Encrypted.Mapper.KeyManagement.Tests.Models;
using Encrypted.Mapper.KeyManagement.Tests.Support;
using Encrypted.Mapper.Keys;
using Microsoft.Extensions.Time.Testing;

namespace Encrypted.Mapper.KeyManagement.Tests.Load;

/// <summary>Services that take the connection and don't answer: who waits is told after 30 seconds which call it was.</summary>
public sealed class SlowServiceTests
{
    private static readonly TimeSpan s_limit = TimeSpan.FromSeconds(30);

    [Fact]
    public async Task A_KMS_that_does_not_answer_is_named_with_branch_key_and_KMS_key()
    {
        await using var lab = await KeyLab.CreateAsync();
        var id = await lab.Admin.CreateKeyAsync();
        using var silent = new SilentServer();
        using var kms = new AmazonKeyManagementServiceClient(new BasicAWSCredentials("local", "local"), new AmazonKeyManagementServiceConfig { ServiceURL = silent.Address, AuthenticationRegion = "eu-west-1" });
        using var clients = new KmsClientSupplier(_ => kms);
        var time = new FakeTimeProvider();
        using var db = lab.Context(dynamo => dynamo.UseKmsClients(_ => clients).UseKeyStore(lab.Store, id).ConfigureBranchKeyCache(cache => cache.TimeProvider = time));

        var save = db.SaveAsync(new Memo { Id = "m", Text = "text" }, TestContext.Current.CancellationToken);
        using var connection = await silent.AskedAsync();
        time.Advance(s_limit);

        var error = await Assert.ThrowsAsync<KeyUnavailableException>(() => save);
        Assert.Equal("kms-unreachable", error.Rule);
        Assert.Equal([new("dynamodb:GetItem", id, "found"), new("kms:Decrypt", lab.KeyArn, "no answer in time")], error.Attempts);
    }

    [Fact]
    public async Task A_key_store_that_does_not_answer_is_named_with_the_branch_key()
    {
        await using var lab = await KeyLab.CreateAsync();
        using var silent = new SilentServer();
        using var dynamo = new AmazonDynamoDBClient(new BasicAWSCredentials("local", "local"), new AmazonDynamoDBConfig { ServiceURL = silent.Address, AuthenticationRegion = "eu-west-1" });
        var time = new FakeTimeProvider();
        using var cache = new BranchKeyCache(new BranchKeyStore(lab.Store, dynamo, lab.Kms.Clients()), new BranchKeyCacheOptions { TimeProvider = time });

        var call = cache.GetActiveAsync("tenant-1", TestContext.Current.CancellationToken).AsTask();
        using var connection = await silent.AskedAsync();
        time.Advance(s_limit);

        var error = await Assert.ThrowsAsync<KeyUnavailableException>(() => call);
        Assert.Equal("key-store-unreachable", error.Rule);
        Assert.Equal([new("dynamodb:GetItem", "tenant-1", "no answer in time")], error.Attempts);
    }
}
