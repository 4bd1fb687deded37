using Amazon.DynamoDBv2.DataModel;
using Amazon.DynamoDBv2.DocumentModel;
using Amazon.DynamoDBv2.Model;
using Encrypted.Mapper.Integration.Tests.Models;
using Encrypted.Mapper.Integration.Tests.Support;

namespace Encrypted.Mapper.Integration.Tests.Leaks;

/// <summary>Marked plaintext and keys are planted, every public path is run, failures included, and nothing that comes out contains a mark.</summary>
public sealed class LeakTests
{
    private const string Secret = "planted-secret-value-1f7c2a";
    private const string InClear = "planted-signed-value-93bd01";

    private static readonly byte[] s_key = [.. Enumerable.Range(0, 32).Select(value => (byte)((value * 37) + 11))];
    private static readonly Mark s_secret = Mark.OfText("encrypted value", Secret);
    private static readonly Mark s_inClear = Mark.OfText("signed value", InClear);
    private static readonly Mark s_keyBytes = Mark.OfBytes("key", s_key);

    [Fact]
    public async Task S27_No_log_trace_measurement_or_exception_contains_a_value_or_a_key()
    {
        using var outputs = new Outputs();
        await using var table = await TestTable.CreateAsync(VisitModel.Instance);
        var (client, recording) = RecordingDynamoDB.Over(table.Client);
        using var context = Create(client, table, s_key, outputs);

        var failures = await RunAsync(context, table, outputs);

        AssertEmpty(from text in outputs.Texts from mark in (Mark[])[s_secret, s_inClear, s_keyBytes] where mark.IsIn(text) select $"{mark.Name}: {text}");
        AssertEmpty(from text in outputs.Traces from mark in (Mark[])[s_secret, s_keyBytes] where mark.IsIn(text) select $"{mark.Name} in the trace of the AWS SDK");
        AssertEmpty(from request in recording.Requests from bytes in RequestBytes.Of(request) from mark in (Mark[])[s_secret, s_keyBytes] where mark.IsIn(bytes) select $"{mark.Name} in {request.GetType().Name}");

        // The search has seen what it was meant to see.
        Assert.Contains(recording.Requests.SelectMany(RequestBytes.Of), s_inClear.IsIn);
        Assert.Contains(recording.Requests.OfType<BatchWriteItemRequest>().SelectMany(RequestBytes.Of), s_inClear.IsIn);
        Assert.Contains(recording.Requests.OfType<BatchGetItemRequest>().SelectMany(RequestBytes.Of), s_inClear.IsIn);
        Assert.Contains(outputs.Traces, s_inClear.IsIn);
        Assert.Contains(outputs.Texts, text => text.Contains("encrypted_dynamo.items.refused", StringComparison.Ordinal));
        Assert.Contains(outputs.Texts, text => text.Contains("EncryptedDynamo.Save", StringComparison.Ordinal));
        Assert.Contains(outputs.Texts, text => text.Contains("1101", StringComparison.Ordinal));
        Assert.Equal(26, failures);
    }

    private static async Task<int> RunAsync(EncryptedDynamoContext context, TestTable table, Outputs outputs)
    {
        var failures = 0;
        var visit = Planted(1);
        await context.SaveAsync(visit);
        await context.SaveAsync(typeof(Visit), visit);
        await context.LoadAsync<Visit>(InClear, 1);
        await context.LoadAsync<Visit>(InClear, 99);
        await context.QueryAsync<Visit>(InClear, QueryOperator.Equal, [1]).GetRemainingAsync();
        await context.ScanAsync<Visit>([new ScanCondition("Clinic", ScanOperator.Equal, InClear)]).GetRemainingAsync();
        await context.UpdateAsync<Visit>(InClear, 1, stored => { stored.Labels = [Secret]; });
        await context.DeleteAsync(await context.LoadAsync<Visit>(InClear, 1));
        await context.SaveAsync(Planted(2));

        await Put(Planted(4), SaveMode.Replace).ExecuteAsync();
        await Get(4, 5).ExecuteAsync();
        await context.DeleteAsync<Visit>(InClear, 4);

        await FailAsync<ProtectedAttributeException>(() => Put(Planted(4), SaveMode.Preserve).ExecuteAsync());
        await FailAsync<InvalidItemException>(() => Put(Broken(), SaveMode.Replace).ExecuteAsync());
        await FailAsync<InvalidItemException>(() => Get(4, 4).ExecuteAsync());
        await FailAsync<ConditionalCheckFailedException>(() => context.SaveAsync(Planted(2)));
        var stale = await context.LoadAsync<Visit>(InClear, 2);
        await context.UpdateAsync<Visit>(InClear, 2, stored => { stored.Day = InClear; });
        await FailAsync<ConditionalCheckFailedException>(() => context.SaveAsync(stale));
        await FailAsync<ItemNotFoundException>(() => context.UpdateAsync<Visit>(InClear, 98, _ => { }));
        await FailAsync<InvalidItemException>(() => context.UpdateAsync<Visit>(InClear, 2, stored => { stored.Id = Secret; }));
        await FailAsync<ConcurrentUpdateException>(() => context.UpdateAsync<Visit>(InClear, 2, stored => context.UpdateAsync<Visit>(InClear, 2, other => { other.Ssn = Secret; }), new UpdateConfig { MaxAttempts = 1 }));
        await FailAsync<ConditionalCheckFailedException>(() => context.DeleteAsync(Planted(3, version: 7)));
        await FailAsync<InvalidItemException>(() => context.SaveAsync(new Visit { Ssn = Secret, Clinic = InClear }));
        await FailAsync<InvalidItemException>(() => context.SaveAsync(Large()));
        await FailAsync<InvalidItemException>(() => context.SaveAsync(Broken()));
        await FailAsync<InvalidItemException>(() => context.LoadAsync<Visit>(InClear));
        await FailAsync<ProtectedAttributeException>(() => context.ScanAsync<Visit>([new ScanCondition("Ssn", ScanOperator.Equal, Secret)]).GetRemainingAsync());
        await FailAsync<ProtectedAttributeException>(() => context.FromScanAsync<Visit>(new ScanOperationConfig
        {
            FilterExpression = new Expression { ExpressionStatement = "ssn = :v", ExpressionAttributeValues = { [":v"] = Secret } },
        }).GetRemainingAsync());
        await FailAsync<ArgumentException>(() => context.FromScanAsync<Visit>(new ScanOperationConfig { PaginationToken = InClear }).GetRemainingAsync());
        await FailAsync<NotSupportedException>(() => Task.FromResult(context.ToDocument(Planted(1))));
        await FailAsync<ModelConfigurationException>(() => context.SaveAsync<object>(Planted(1)));
        await FailAsync<ResourceNotFoundException>(() => context.SaveAsync(Planted(1), new SaveConfig { OverrideTableName = "missing" }));

        using var otherKey = Create(table.Client, table, [.. Enumerable.Reverse(s_key)], outputs);
        await FailAsync<ItemVerificationException>(() => otherKey.LoadAsync<Visit>(InClear, 2));
        await table.TamperAsync(item => item["Clinic"] = new AttributeValue { S = InClear + "-changed" });
        await FailAsync<ItemVerificationException>(() => context.LoadAsync<Visit>(InClear, 2));
        await FailAsync<ItemVerificationException>(() => Get(2).ExecuteAsync());
        await FailAsync<ItemVerificationException>(() => context.QueryAsync<Visit>(InClear).GetRemainingAsync());
        await FailAsync<ItemVerificationException>(() => context.ScanAsync<Visit>([]).GetRemainingAsync());
        await table.TamperAsync(item => item.Remove("aws_dbe_foot"));
        await FailAsync<ItemVerificationException>(() => context.LoadAsync<Visit>(InClear, 2));
        await table.TamperAsync(item =>
        {
            item.Remove("aws_dbe_head");
            item["ssn"] = new AttributeValue { S = InClear };
        });
        await FailAsync<ItemVerificationException>(() => context.LoadAsync<Visit>(InClear, 2));
        return failures;

        IBatchWrite<Visit> Put(Visit put, SaveMode mode)
        {
            var batch = context.CreateBatchWrite<Visit>(new EncryptedBatchWriteConfig { SkipVersionCheck = true, Mode = mode });
            batch.AddPutItem(put);
            return batch;
        }

        IBatchGet<Visit> Get(params int[] numbers)
        {
            var batch = context.CreateBatchGet<Visit>();
            Array.ForEach(numbers, number => batch.AddKey(InClear, number));
            return batch;
        }

        async Task FailAsync<TException>(Func<Task> action)
            where TException : Exception
        {
            outputs.Add(await Assert.ThrowsAsync<TException>(action));
            failures++;
        }
    }

    private static Visit Planted(int number, int? version = null) => new()
    {
        Id = InClear,
        Number = number,
        Clinic = InClear,
        Day = InClear,
        Ssn = Secret,
        Labels = [Secret, "other"],
        Hint = InClear,
        Version = version,
    };

    private static Visit Large()
    {
        var visit = Planted(1);
        visit.Ssn = Secret + new string('x', 410_000);
        return visit;
    }

    private static Visit Broken()
    {
        var visit = Planted(1);
        visit.Ssn = Secret + "\ud800";
        return visit;
    }

    private static EncryptedDynamoContext Create(Amazon.DynamoDBv2.IAmazonDynamoDB client, TestTable table, byte[] key, Outputs outputs)
        => EncryptedDynamoContext.Create(client, dynamo => dynamo.UseRawAesKey("tests", "planted", key).ConfigureContext(config => config.TableNamePrefix = table.Prefix), outputs);

    private static void AssertEmpty(IEnumerable<string> leaks) => Assert.Empty(leaks.Select(leak => leak.Length > 400 ? leak[..400] : leak));
}
