using System.Collections.Concurrent;
using Amazon.DynamoDBv2.DataModel;
using Amazon.DynamoDBv2.Model;
using Encrypted.Mapper.Integration.Tests.Models;
using Encrypted.Mapper.Integration.Tests.Models.Plain;
using Encrypted.Mapper.Integration.Tests.Support;

namespace Encrypted.Mapper.Integration.Tests;

public sealed class BatchGetTests : IDisposable
{
    private readonly PipelineClient _client = new();
    private readonly ConcurrentQueue<BatchGetItemRequest> _requests = new();
    private readonly ImmediateTime _time = new();

    public BatchGetTests() => _client.Around = Recorded(process: int.MaxValue);

    public void Dispose() => _client.Dispose();

    [Fact]
    public async Task Entities_come_back_in_the_order_of_their_keys_and_missing_ones_not_at_all()
    {
        await using var table = await TestTable.CreateAsync(VisitModel.Instance);
        using var context = Over(table);
        await context.SaveAsync(Visits.Full(number: 1));
        await context.SaveAsync(Visits.Full(number: 2));
        var batch = context.CreateBatchGet<Visit>();
        batch.AddKey("visit", 2);
        batch.AddKey("nobody", 9);
        batch.AddKey(new Visit { Id = "visit", Number = 1 });

        await batch.ExecuteAsync();
        await batch.ExecuteAsync();

        Assert.Equal(3, batch.TotalKeys);
        Assert.Equal([2, 1], batch.Results.Select(visit => visit.Number));
        Assert.Equal(batch.Results, batch.UntypedResults);
        Assert.Equivalent(Visits.Full(number: 2).Labels, batch.Results[0].Labels);
        Assert.All(_requests, request => Assert.Null(Assert.Single(request.RequestItems.Values).ProjectionExpression));
        Assert.All(_requests, request => Assert.Null(Assert.Single(request.RequestItems.Values).AttributesToGet));
    }

    [Fact]
    public async Task Keys_go_in_pages_of_a_hundred()
    {
        await using var table = await TestTable.CreateAsync(SecretModel.Instance);
        using var context = Over(table);
        await SaveSecretsAsync(context, 230);
        var batch = context.CreateBatchGet<Secret>(new BatchGetConfig { MaxParallelBatches = 2 });
        foreach (var number in Enumerable.Range(0, 230))
        {
            batch.AddKey($"k{number}");
        }

        await batch.ExecuteAsync();

        Assert.Equal(Enumerable.Range(0, 230).Select(number => $"t{number}"), batch.Results.Select(secret => secret.Text));
        Assert.Equal([30, 100, 100], _requests.Select(request => request.RequestItems[table.Name].Keys.Count).Order());
    }

    [Fact]
    public async Task Unprocessed_keys_are_asked_for_again_after_a_jittered_wait_until_none_is_left()
    {
        await using var table = await TestTable.CreateAsync(SecretModel.Instance);
        using var context = Over(table);
        await SaveSecretsAsync(context, 10);
        var batch = context.CreateBatchGet<Secret>();
        foreach (var number in Enumerable.Range(0, 10))
        {
            batch.AddKey($"k{number}");
        }

        _client.Around = Recorded(process: 3);
        await batch.ExecuteAsync();

        Assert.Equal(Enumerable.Range(0, 10).Select(number => $"t{number}"), batch.Results.Select(secret => secret.Text));
        Assert.Equal([10, 7, 4, 1], _requests.Select(request => request.RequestItems[table.Name].Keys.Count));
        Assert.Equal(3, _time.Waits.Count);
        Assert.All(_time.Waits, wait => Assert.InRange(wait, TimeSpan.Zero, TimeSpan.FromMilliseconds(50)));
    }

    [Fact]
    public async Task A_batch_of_which_nothing_more_is_processed_ends_with_the_number_that_remains()
    {
        await using var table = await TestTable.CreateAsync(SecretModel.Instance);
        using var context = Over(table);
        await SaveSecretsAsync(context, 4);
        var batch = context.CreateBatchGet<Secret>();
        foreach (var number in Enumerable.Range(0, 4))
        {
            batch.AddKey($"k{number}");
        }

        var first = true;
        _client.Around = (request, stop, send) =>
        {
            var process = first ? 1 : 0;
            first = false;
            return Recorded(process)(request, stop, send);
        };
        var error = await Assert.ThrowsAsync<BatchIncompleteException>(() => batch.ExecuteAsync());

        Assert.Equal(("batch-incomplete", table.Name, 3), (error.Rule, error.TableName, error.Remaining));
        Assert.Contains("3 of its items remain", error.Message, StringComparison.Ordinal);
        Assert.Empty(batch.Results);

        // One attempt made progress; then ten in a row didn't, with bounds that double up to 5 seconds.
        Assert.Equal(10, _requests.Count);
        Assert.Equal(9, _time.Waits.Count);
        Assert.All(_time.Waits.Select((wait, index) => (wait, index)), pair => Assert.InRange(pair.wait.TotalMilliseconds, 0, Math.Min(5_000, 50 << pair.index)));
        Assert.True(_time.Waits.Max() > TimeSpan.FromMilliseconds(50));
    }

    [Fact]
    public async Task The_same_key_twice_is_refused_before_anything_is_sent_however_it_is_spelled()
    {
        await using var table = await TestTable.CreateAsync(VisitModel.Instance);
        using var context = Over(table);
        var batch = context.CreateBatchGet<Visit>();
        batch.AddKey("visit", 1);
        var other = context.CreateBatchGet<Visit>();
        other.AddKey("visit", 1.0m);

        var error = await Assert.ThrowsAsync<InvalidItemException>(() => batch.Combine(other).ExecuteAsync());

        Assert.Equal(("duplicate-key-in-batch", table.Name), (error.Rule, error.TableName));
        Assert.Empty(_requests);
    }

    [Fact]
    public async Task S26_One_unverifiable_row_fails_the_batch_and_nothing_of_it_is_published()
    {
        await using var table = await TestTable.CreateAsync(SecretModel.Instance);
        using var context = Over(table);
        var batch = await BatchWithTamperedRowAsync(table, context);

        var error = await Assert.ThrowsAsync<ItemVerificationException>(() => batch.ExecuteAsync());

        Assert.Equal("signature", error.Rule);
        Assert.Empty(batch.Results);
        Assert.Empty(batch.UntypedResults);
    }

    [Fact]
    public async Task S26_A_handler_may_skip_a_row_of_a_batch()
    {
        await using var table = await TestTable.CreateAsync(SecretModel.Instance);
        var seen = new List<UnverifiableRow>();
        using var context = Over(table, dynamo => dynamo.OnUnverifiableRow(row =>
        {
            seen.Add(row);
            return UnverifiableRowAction.Skip;
        }));
        var batch = await BatchWithTamperedRowAsync(table, context);

        await batch.ExecuteAsync();

        Assert.Equal(["k0", "k2"], batch.Results.Select(secret => secret.Key));
        Assert.Equal([new UnverifiableRow(table.Name, null, "signature")], seen);
    }

    [Fact]
    public async Task A_row_that_nobody_asked_for_is_refused()
    {
        await using var table = await TestTable.CreateAsync(SecretModel.Instance);
        using var context = Over(table);
        await SaveSecretsAsync(context, 2);
        var stored = await table.StoredAsync();
        var batch = context.CreateBatchGet<Secret>();
        batch.AddKey("k0");
        _client.Around = async (_, _, send) =>
        {
            var response = (BatchGetItemResponse)await send();
            response.Responses[table.Name] = [stored.Single(item => item["Key"].S == "k1")];
            return response;
        };

        var error = await Assert.ThrowsAsync<ItemVerificationException>(() => batch.ExecuteAsync());

        Assert.Equal(("returned-key-differs", table.Name), (error.Rule, error.TableName));
    }

    [Fact]
    public async Task Reads_are_consistent_where_the_batch_the_operation_or_the_context_asks_for_it()
    {
        await using var table = await TestTable.CreateAsync(SecretModel.Instance);
        using var context = Over(table);
        using var consistent = Over(table, dynamo => dynamo.ConfigureContext(config => config.ConsistentRead = true));
        var byDefault = context.CreateBatchGet<Secret>();
        var byProperty = context.CreateBatchGet<Secret>();
        byProperty.ConsistentRead = true;
        IBatchGet<Secret>[] batches =
        [
            byDefault,
            byProperty,
            context.CreateBatchGet<Secret>(new BatchGetConfig { ConsistentRead = true }),
            consistent.CreateBatchGet<Secret>(),
            consistent.CreateBatchGet<Secret>(new BatchGetConfig { ConsistentRead = false }),
        ];

        foreach (var batch in batches)
        {
            batch.AddKey("k");
            await batch.ExecuteAsync();
        }

        Assert.Equal([false, true, true, true, false], _requests.Select(request => request.RequestItems[table.Name].ConsistentRead ?? false));
    }

    [Fact]
    public async Task An_operation_may_name_another_table()
    {
        await using var table = await TestTable.CreateAsync(SecretModel.Instance);
        await table.CreateTwinAsync(table.Prefix + "Other");
        using var context = Over(table);
        await context.SaveAsync(new Secret { Key = "k", Text = "there" }, new SaveConfig { OverrideTableName = "Other" });
        var batch = context.CreateBatchGet<Secret>(new BatchGetConfig { OverrideTableName = "Other" });
        batch.AddKey("k");

        await batch.ExecuteAsync();

        Assert.Equal("there", Assert.Single(batch.Results).Text);
        await table.Client.DeleteTableAsync(table.Prefix + "Other");
    }

    [Fact]
    public async Task Batches_of_several_types_and_tables_are_read_as_one_and_plain_ones_beside_them()
    {
        await using var table = await TestTable.CreateAsync(SecretModel.Instance);
        await table.Client.CreateTableAsync(await DescriptionAsync("Visits", ("Id", "S"), ("Number", "N"), table));
        await table.Client.CreateTableAsync(await DescriptionAsync("Notes", ("Id", "S"), null, table));
        using var context = Over(table);
        await context.SaveAsync(new Secret { Key = "k", Text = "t" });
        await context.SaveAsync(Visits.Full());
        await context.SaveAsync(new PlainNote { Id = "n", Text = "in clear" });
        var secrets = context.CreateBatchGet<Secret>();
        secrets.AddKey("k");
        var visits = context.CreateBatchGet<Visit>();
        visits.AddKey("visit", 1);
        var notes = context.CreateBatchGet<PlainNote>();
        notes.AddKey("n");
        var all = notes.Combine(secrets);
        all.AddBatch(visits);
        _requests.Clear();

        await all.ExecuteAsync();

        Assert.Equal(3, all.TotalKeys);
        Assert.Equal(("t", "078-05-1120", "in clear"), (Assert.Single(secrets.Results).Text, Assert.Single(visits.Results).Ssn, Assert.Single(notes.Results).Text));
        Assert.Equal(2, _requests.Count);
        Assert.Equal([table.Prefix + "Secrets", table.Prefix + "Visits"], _requests.First().RequestItems.Keys.Order(StringComparer.Ordinal));
        await table.Client.DeleteTableAsync(table.Prefix + "Visits");
        await table.Client.DeleteTableAsync(table.Prefix + "Notes");
    }

    [Fact]
    public async Task A_batch_of_another_context_is_refused()
    {
        await using var table = await TestTable.CreateAsync(SecretModel.Instance);
        using var context = Over(table);
        using var other = Over(table);

        Assert.Throws<ArgumentException>(() => context.CreateMultiTableBatchGet(other.CreateBatchGet<Secret>()));
        Assert.Throws<ArgumentException>(() => context.CreateBatchGet<Secret>().Combine(other.CreateBatchGet<Secret>()));
        await Assert.ThrowsAsync<ArgumentException>(() => context.ExecuteBatchGetAsync(other.CreateBatchGet<Secret>()));
    }

    private static Task<CreateTableRequest> DescriptionAsync(string name, (string Name, string Type) partitionKey, (string Name, string Type)? sortKey, TestTable table)
    {
        (string Name, string Type)[] keys = sortKey is { } sort ? [partitionKey, sort] : [partitionKey];
        return Task.FromResult(new CreateTableRequest
        {
            TableName = table.Prefix + name,
            BillingMode = Amazon.DynamoDBv2.BillingMode.PAY_PER_REQUEST,
            AttributeDefinitions = [.. keys.Select(key => new AttributeDefinition(key.Name, key.Type))],
            KeySchema = [.. keys.Select((key, index) => new KeySchemaElement(key.Name, index == 0 ? "HASH" : "RANGE"))],
        });
    }

    private static async Task SaveSecretsAsync(EncryptedDynamoContext context, int count)
    {
        var write = context.CreateBatchWrite<Secret>();
        write.AddPutItems(Enumerable.Range(0, count).Select(number => new Secret { Key = $"k{number}", Text = $"t{number}" }));
        await write.ExecuteAsync();
    }

    private static async Task<IBatchGet<Secret>> BatchWithTamperedRowAsync(TestTable table, EncryptedDynamoContext context)
    {
        await SaveSecretsAsync(context, 3);
        var second = (await table.StoredAsync()).Single(item => item["Key"].S == "k1");
        second["Text"] = (await table.StoredAsync()).Single(item => item["Key"].S == "k2")["Text"];
        await table.PutRawAsync(second);
        var batch = context.CreateBatchGet<Secret>();
        foreach (var number in Enumerable.Range(0, 3))
        {
            batch.AddKey($"k{number}");
        }

        return batch;
    }

    private EncryptedDynamoContext Over(TestTable table, Action<EncryptedDynamoBuilder>? configure = null)
        => table.ContextOver(_client, dynamo =>
        {
            dynamo.Settings.Time = _time;
            configure?.Invoke(dynamo);
        });

    /// <summary>Lets the service process only so many keys of a request; the rest comes back unprocessed.</summary>
    private Func<Amazon.Runtime.AmazonWebServiceRequest, CancellationToken, Func<Task<Amazon.Runtime.AmazonWebServiceResponse>>, Task<Amazon.Runtime.AmazonWebServiceResponse>> Recorded(int process)
        => async (request, _, send) =>
        {
            if (request is not BatchGetItemRequest batch)
            {
                return await send();
            }

            _requests.Enqueue(new BatchGetItemRequest { RequestItems = batch.RequestItems.ToDictionary(pair => pair.Key, pair => new KeysAndAttributes
            {
                Keys = [.. pair.Value.Keys],
                ConsistentRead = pair.Value.ConsistentRead,
                ProjectionExpression = pair.Value.ProjectionExpression,
                AttributesToGet = pair.Value.AttributesToGet,
            }) });
            if (process == int.MaxValue)
            {
                return await send();
            }

            var (name, keys) = Assert.Single(batch.RequestItems);
            var rest = keys.Keys.Skip(process).ToList();
            keys.Keys = [.. keys.Keys.Take(Math.Max(1, process))];
            var response = (BatchGetItemResponse)await send();
            response.Responses = process == 0 ? [] : response.Responses;
            response.UnprocessedKeys = rest.Count == 0 ? [] : new() { [name] = new KeysAndAttributes { Keys = rest } };
            return response;
        };
}
