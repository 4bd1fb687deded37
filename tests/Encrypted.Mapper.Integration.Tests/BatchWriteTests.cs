using System.Collections.Concurrent;
using Amazon.DynamoDBv2.DataModel;
using Amazon.DynamoDBv2.Model;
using Amazon.Runtime;
using Encrypted.Mapper.Integration.Entities;
using Encrypted.Mapper.Integration.Tests.Models;
using Encrypted.Mapper.Integration.Tests.Models.Plain;
using Encrypted.Mapper.Integration.Tests.Support;
using Encrypted.Mapper.Model;

namespace Encrypted.Mapper.Integration.Tests;

public sealed class BatchWriteTests : IDisposable
{
    private readonly PipelineClient _client = new();
    private readonly ConcurrentQueue<List<WriteRequest>> _requests = new();
    private readonly ImmediateTime _time = new();

    public BatchWriteTests() => _client.Around = (request, _, send) => AroundAsync(request, send, int.MaxValue);

    public void Dispose() => _client.Dispose();

    [Fact]
    public async Task Entities_are_put_encrypted_and_deleted_by_key_or_instance()
    {
        await using var table = await TestTable.CreateAsync(SecretModel.Instance);
        using var context = Over(table);
        await WriteAsync(context, 3);
        var batch = context.CreateBatchWrite<Secret>();
        batch.AddPutItem(new Secret { Key = "k9", Text = "t9" });
        batch.AddPutItem(null!);
        batch.AddDeleteKey("k0");
        batch.AddDeleteItem(new Secret { Key = "k1" });
        batch.AddDeleteItems([]);
        _requests.Clear();

        await batch.ExecuteAsync();

        var stored = (await table.StoredAsync()).OrderBy(item => item["Key"].S, StringComparer.Ordinal).ToArray();
        Assert.Equal(["k2", "k9"], stored.Select(item => item["Key"].S));
        Assert.All(stored, item => Assert.NotNull(item["Text"].B));
        Assert.Equal("t9", (await context.LoadAsync<Secret>("k9")).Text);
        Assert.Equal([true, true, false], Assert.Single(_requests).Select(write => write.DeleteRequest is not null));
    }

    [Fact]
    public async Task An_entity_counts_as_it_was_when_it_was_added()
    {
        await using var table = await TestTable.CreateAsync(SecretModel.Instance);
        using var context = Over(table);
        var secret = new Secret { Key = "k", Text = "then" };
        var batch = context.CreateBatchWrite<Secret>();
        batch.AddPutItem(secret);
        secret.Text = "later";

        await batch.ExecuteAsync();

        Assert.Equal("then", (await context.LoadAsync<Secret>("k")).Text);
    }

    [Fact]
    public async Task Items_go_in_pages_of_twenty_five()
    {
        await using var table = await TestTable.CreateAsync(SecretModel.Instance);
        using var context = Over(table);

        await WriteAsync(context, 60);

        Assert.Equal([25, 25, 10], _requests.Select(request => request.Count));
        Assert.Equal(60, (await context.ScanAsync<Secret>([]).GetRemainingAsync()).Count);
    }

    [Fact]
    public async Task A_request_stays_under_16_MB_however_its_text_is_escaped()
    {
        await using var table = await TestTable.CreateAsync(ModelOf<Patient>());
        using var context = Over(table, Replacing);
        var batch = context.CreateBatchWrite<Patient>(Unchecked());
        batch.AddPutItems(Enumerable.Range(0, 12).Select(number => new Patient { Id = "p", Visit = number, Clinic = "c", DisplayHint = new string('"', 390_000) }));

        await batch.ExecuteAsync();

        // A quotation mark takes up to six bytes in JSON.
        Assert.Equal([7, 5], _requests.Select(request => request.Count));
    }

    [Fact]
    public async Task Unprocessed_items_are_sent_again_byte_by_byte_the_same()
    {
        await using var table = await TestTable.CreateAsync(SecretModel.Instance);
        using var context = Over(table);
        _client.Around = (request, _, send) => AroundAsync(request, send, 4);

        await WriteAsync(context, 10);

        Assert.Equal([10, 6, 2], _requests.Select(request => request.Count));
        var sent = _requests.SelectMany(request => request).GroupBy(write => write.PutRequest.Item["Key"].S).ToArray();
        Assert.Equal([4, 4, 2], sent.GroupBy(attempts => attempts.Count()).OrderBy(group => group.Key).Select(group => group.Count()));
        Assert.All(sent, attempts => Assert.Single(attempts.Select(Bytes).Distinct()));
        Assert.Equal(2, _time.Waits.Count);
        Assert.Equal(10, (await context.ScanAsync<Secret>([]).GetRemainingAsync()).Count);
        foreach (var item in await table.StoredAsync())
        {
            Assert.Equal(Convert.ToHexString(item["aws_dbe_foot"].B.ToArray()), sent.Single(attempts => attempts.Key == item["Key"].S).Select(write => Convert.ToHexString(write.PutRequest.Item["aws_dbe_foot"].B.ToArray())).First());
        }
    }

    [Fact]
    public async Task A_batch_of_which_nothing_more_is_processed_ends_with_the_number_that_remains()
    {
        await using var table = await TestTable.CreateAsync(SecretModel.Instance);
        using var context = Over(table);
        var attempts = 0;
        _client.Around = (request, _, send) => AroundAsync(request, send, attempts++ == 0 ? 20 : 0);

        var error = await Assert.ThrowsAsync<BatchIncompleteException>(() => WriteAsync(context, 30));

        Assert.Equal(("batch-incomplete", table.Name, 10), (error.Rule, error.TableName, error.Remaining));
        Assert.Equal((10, 9), (_requests.Count, _time.Waits.Count));
        Assert.Equal(20, (await table.StoredAsync()).Count);
    }

    [Fact]
    public async Task A_wait_between_attempts_ends_with_the_cancellation()
    {
        await using var table = await TestTable.CreateAsync(SecretModel.Instance);
        using var context = table.ContextOver(_client, dynamo => dynamo.Settings.Time = new StoppedTime());
        using var cancellation = new CancellationTokenSource();
        _client.Around = async (request, _, send) =>
        {
            var response = await AroundAsync(request, send, 1);
            cancellation.CancelAfter(TimeSpan.Zero);
            return response;
        };
        var batch = context.CreateBatchWrite<Secret>();
        batch.AddPutItems([new Secret { Key = "a" }, new Secret { Key = "b" }]);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => batch.ExecuteAsync(cancellation.Token));
    }

    [Theory]
    [InlineData("put")]
    [InlineData("delete")]
    [InlineData("other batch")]
    public async Task The_same_key_twice_is_refused_before_anything_is_sent(string second)
    {
        await using var table = await TestTable.CreateAsync(SecretModel.Instance);
        using var context = Over(table);
        var batch = context.CreateBatchWrite<Secret>();
        var other = context.CreateBatchWrite(typeof(Secret));
        batch.AddPutItem(new Secret { Key = "k" });
        switch (second)
        {
            case "put":
                batch.AddPutItem(new Secret { Key = "k" });
                break;
            case "delete":
                batch.AddDeleteKey("k");
                break;
            default:
                other.AddPutItem(new Secret { Key = "k" });
                break;
        }

        var error = await Assert.ThrowsAsync<InvalidItemException>(() => context.ExecuteBatchWriteAsync([batch, other]));

        Assert.Equal(("duplicate-key-in-batch", table.Name), (error.Rule, error.TableName));
        Assert.Empty(_requests);
    }

    [Fact]
    public async Task One_item_that_can_not_be_written_fails_the_batch_before_anything_is_sent()
    {
        await using var table = await TestTable.CreateAsync(SecretModel.Instance);
        using var context = Over(table);
        var batch = context.CreateBatchWrite<Secret>();
        batch.AddPutItems(Enumerable.Range(0, 30).Select(number => new Secret { Key = $"k{number}", Text = number == 29 ? "\ud800" : "t" }));

        var error = await Assert.ThrowsAsync<InvalidItemException>(() => batch.ExecuteAsync());

        Assert.Equal("unpaired-surrogate", error.Rule);
        Assert.Empty(_requests);
    }

    [Fact]
    public async Task A_versioned_entity_needs_the_check_skipped_as_with_the_stock_context()
    {
        await using var table = await TestTable.CreateAsync(VisitModel.Instance);
        using var stock = new DynamoDBContextBuilder().WithDynamoDBClient(() => _client).Build();
        using var context = Over(table, Replacing);
        using var skipping = Over(table, dynamo => Replacing(dynamo).ConfigureContext(config => config.SkipVersionCheck = true));

        Assert.Throws<InvalidOperationException>(() => stock.CreateBatchWrite<Versioned>());
        Assert.Throws<InvalidOperationException>(() => context.CreateBatchWrite<Visit>());
        Assert.Throws<InvalidOperationException>(() => context.CreateBatchWrite(typeof(Visit)));
        Assert.Throws<InvalidOperationException>(() => skipping.CreateBatchWrite<Visit>(new BatchWriteConfig { SkipVersionCheck = false }));
        var batch = skipping.CreateBatchWrite<Visit>();
        var visit = new Visit { Id = "visit", Number = 1, Version = 7 };
        batch.AddPutItem(visit);
        await batch.ExecuteAsync();

        // Neither the stored version nor the instance's moves.
        Assert.Equal("7", (await table.SingleStoredAsync())["Version"].N);
        Assert.Equal(7, visit.Version);
    }

    [Fact]
    public async Task S8_An_entity_with_unsigned_members_is_refused_unless_it_may_be_replaced()
    {
        await using var table = await TestTable.CreateAsync(VisitModel.Instance);
        using var context = Over(table);
        var batch = context.CreateBatchWrite<Visit>(Unchecked());

        var error = Assert.Throws<ProtectedAttributeException>(() => batch.AddPutItem(Visits.Full()));
        batch.AddDeleteKey("visit", 1);
        await batch.ExecuteAsync();

        Assert.Equal(("batch-write-needs-replace", table.Name), (error.Rule, error.TableName));
        Assert.Contains("SaveMode.Replace", error.Message, StringComparison.Ordinal);
        Assert.NotNull(Assert.Single(Assert.Single(_requests)).DeleteRequest);
    }

    [Fact]
    public async Task S8_An_instance_that_a_batch_replaced_is_saved_again_on_the_footer_that_the_batch_wrote()
    {
        await using var table = await TestTable.CreateAsync(VisitModel.Instance);
        using var context = Over(table);
        var visit = Visits.Full();
        var batch = context.CreateBatchWrite<Visit>(new EncryptedBatchWriteConfig { SkipVersionCheck = true, Mode = SaveMode.Replace });
        batch.AddPutItem(visit);
        await batch.ExecuteAsync();
        var later = new List<AmazonWebServiceRequest>();
        _client.Around = (request, _, send) =>
        {
            later.Add(request);
            return send();
        };

        visit.Cost = 2m;
        await context.SaveAsync(visit, new SaveConfig { SkipVersionCheck = true });

        // An instance whose footer isn't known would be written under another condition first.
        Assert.IsType<UpdateItemRequest>(Assert.Single(later));
        Assert.Equal("2", (await table.SingleStoredAsync())["cost"].N);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task S8_A_batch_loses_no_attributes_that_an_instance_was_loaded_without_unless_it_may(bool allowed)
    {
        await using var table = await NotesTable.CreateAsync();
        using var newProgram = table.Program(Note.NewModel);
        using var oldProgram = table.Program(Note.OldModel);
        await newProgram.SaveAsync(new Note.New { Id = "n", Text = "old", Secret = "s" });
        var get = oldProgram.CreateBatchGet<Note.Old>();
        get.AddKey("n");
        await get.ExecuteAsync();
        var batch = oldProgram.CreateBatchWrite<Note.Old>(new EncryptedBatchWriteConfig { UnknownAttributes = allowed ? UnknownAttributePolicy.Drop : null });

        var error = Record.Exception(() => batch.AddPutItem(Assert.Single(get.Results)));
        await batch.ExecuteAsync();

        Assert.Equal(allowed ? null : "unknown-attributes-lost", (error as InvalidItemException)?.Rule);
        Assert.Equal(allowed ? null : "s", (await newProgram.LoadAsync<Note.New>("n")).Secret);
    }

    [Fact]
    public async Task Batches_of_several_types_of_one_table_are_written_as_one_and_plain_ones_beside_them()
    {
        await using var table = await TestTable.CreateAsync(SecretModel.Instance);
        await table.CreateTwinAsync(table.Prefix + "Letters");
        await table.Client.CreateTableAsync(table.Prefix + "Notes", [new("Id", Amazon.DynamoDBv2.KeyType.HASH)], [new("Id", Amazon.DynamoDBv2.ScalarAttributeType.S)], new(1, 1));
        using var context = Over(table);
        var secrets = context.CreateBatchWrite<Secret>();
        secrets.AddPutItem(new Secret { Key = "a", Text = "one" });
        var elsewhere = context.CreateBatchWrite(typeof(Secret), new BatchWriteConfig { OverrideTableName = "Letters" });
        elsewhere.AddPutItem(new Secret { Key = "a", Text = "two" });
        var notes = context.CreateBatchWrite<PlainNote>();
        notes.AddPutItem(new PlainNote { Id = "n", Text = "in clear" });
        var all = secrets.Combine(notes);
        all.AddBatch(elsewhere);

        await all.ExecuteAsync();

        Assert.Equal("one", (await context.LoadAsync<Secret>("a")).Text);
        Assert.Equal("two", (await context.LoadAsync<Secret>("a", new LoadConfig { OverrideTableName = "Letters" })).Text);
        Assert.Equal("in clear", (await context.LoadAsync<PlainNote>("n")).Text);
        Assert.Equal([2, 1], _requests.Select(request => request.Count));
        await table.Client.DeleteTableAsync(table.Prefix + "Letters");
        await table.Client.DeleteTableAsync(table.Prefix + "Notes");
    }

    [Fact]
    public async Task Batches_need_no_stock_context()
    {
        await using var table = await TestTable.CreateAsync(SecretModel.Instance);
        using var context = Over(table, dynamo => dynamo.EncryptedOnly());
        var write = context.CreateBatchWrite<Secret>();
        write.AddPutItem(new Secret { Key = "k", Text = "t" });
        var get = context.CreateBatchGet<Secret>();
        get.AddKey("k");

        await context.ExecuteBatchWriteAsync([write]);
        await context.ExecuteBatchGetAsync(get);

        Assert.Equal("t", Assert.Single(get.Results).Text);
    }

    private static EntityModel ModelOf<T>() => EntityRegistry.Shared.Models.Single(model => model.EntityType == typeof(T));

    private static BatchWriteConfig Unchecked() => new() { SkipVersionCheck = true };

    private static EncryptedDynamoBuilder Replacing(EncryptedDynamoBuilder dynamo) => dynamo.UseSaveMode(SaveMode.Replace);

    private static string Bytes(WriteRequest write)
        => string.Join(';', write.PutRequest.Item.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => $"{pair.Key}={pair.Value.S}{(pair.Value.B is { } binary ? Convert.ToHexString(binary.ToArray()) : "")}"));

    private static Task WriteAsync(EncryptedDynamoContext context, int count)
    {
        var batch = context.CreateBatchWrite<Secret>();
        batch.AddPutItems(Enumerable.Range(0, count).Select(number => new Secret { Key = $"k{number}", Text = $"t{number}" }));
        return batch.ExecuteAsync();
    }

    private EncryptedDynamoContext Over(TestTable table, Func<EncryptedDynamoBuilder, EncryptedDynamoBuilder>? configure = null)
        => table.ContextOver(_client, dynamo =>
        {
            dynamo.Settings.Time = _time;
            configure?.Invoke(dynamo);
        });

    /// <summary>Lets the service process only so many items of a request; the rest comes back unprocessed.</summary>
    private async Task<AmazonWebServiceResponse> AroundAsync(AmazonWebServiceRequest request, Func<Task<AmazonWebServiceResponse>> send, int process)
    {
        if (request is not BatchWriteItemRequest batch)
        {
            return await send();
        }

        _requests.Enqueue([.. batch.RequestItems.Values.SelectMany(writes => writes)]);
        if (process == int.MaxValue)
        {
            return await send();
        }

        var (name, writes) = Assert.Single(batch.RequestItems);
        batch.RequestItems[name] = process > 0 ? [.. writes.Take(process)] : [new WriteRequest(new DeleteRequest(new() { ["Key"] = new AttributeValue { S = "nobody" } }))];
        var response = (BatchWriteItemResponse)await send();
        response.UnprocessedItems = writes.Count > process ? new() { [name] = [.. writes.Skip(process)] } : [];
        return response;
    }

    private sealed class StoppedTime : TimeProvider
    {
        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
            => System.CreateTimer(callback, state, Timeout.InfiniteTimeSpan, period);
    }

    [DynamoDBTable("Versioned")]
    public sealed class Versioned
    {
        [DynamoDBHashKey]
        public string Id { get; set; } = "";

        [DynamoDBVersion]
        public int? Version { get; set; }
    }
}
