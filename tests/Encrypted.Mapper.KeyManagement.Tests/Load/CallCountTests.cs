using Amazon.DynamoDBv2.Model;
using Encrypted.Mapper.Encryption;
using Encrypted.Mapper.KeyManagement.Tests.Support;
using Encrypted.Mapper.Keys;
using Encrypted.Mapper.Model;

namespace Encrypted.Mapper.KeyManagement.Tests.Load;

/// <summary>What branch keys are for: how often KMS is asked.</summary>
public sealed class CallCountTests
{
    private const int Items = 100_000;

    [Fact]
    public async Task A_hundred_thousand_items_that_are_written_and_read_within_a_lifetime_cost_at_most_two_calls()
    {
        await using var lab = await KeyLab.CreateAsync();
        var id = await lab.Admin.CreateKeyAsync();
        lab.Kms.ClearCalls();
        using var cache = new BranchKeyCache(lab.Admin);
        var encryptor = new ItemEncryptor(
            new ItemEncryptorConfiguration
            {
                LogicalTableName = "Memos",
                PartitionKey = "Id",
                Actions = new Dictionary<string, CryptoAction> { ["Id"] = CryptoAction.SignOnly, ["Text"] = CryptoAction.EncryptAndSign },
                AlgorithmSuite = AlgorithmSuite.SymSigHmacSha384,
            },
            new HierarchicalKeyring(cache, id));

        var read = 0;
        await Parallel.ForAsync(0, Items, async (number, cancellationToken) =>
        {
            var item = new Dictionary<string, AttributeValue> { ["Id"] = new() { N = $"{number}" }, ["Text"] = new() { S = "text" } };
            var stored = await encryptor.EncryptAsync(item, cancellationToken);
            var opened = await encryptor.DecryptAsync(stored, cancellationToken);
            if (opened["Text"].S == "text")
            {
                Interlocked.Increment(ref read);
            }
        });

        Assert.Equal(Items, read);
        Assert.InRange(lab.Kms.CallCount(), 1, 2);
    }

    [Fact]
    public async Task A_thousand_first_items_at_once_cost_one_call_and_one_read_of_the_key_store()
    {
        await using var lab = await KeyLab.CreateAsync();
        var id = await lab.Admin.CreateKeyAsync();
        lab.Kms.ClearCalls();
        using var dynamo = new HeldDynamoDB(lab.Dynamo.Config.ServiceURL);
        using var cache = new BranchKeyCache(new BranchKeyStore(lab.Store, dynamo, lab.Kms.Clients()));

        // All have asked before the first answer, from several threads.
        var callers = new Task<BranchKeyLease>[1_000];
        Parallel.For(0, callers.Length, i => callers[i] = cache.GetActiveAsync(id, TestContext.Current.CancellationToken).AsTask());
        Assert.DoesNotContain(callers, static caller => caller.IsCompleted);
        dynamo.Release();
        var leases = await Task.WhenAll(callers);

        Assert.Single(leases.Select(static lease => lease.Version).Distinct());
        Assert.Equal(1, dynamo.Reads);
        Assert.Equal(1, lab.Kms.CallCount("Decrypt"));
        Assert.Equal(1, lab.Kms.CallCount());
        Array.ForEach(leases, static lease => lease.Dispose());
    }
}
