using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.DataModel;
using Amazon.DynamoDBv2.DocumentModel;
using Encrypted.Mapper.Integration.Tests.Models;
using Encrypted.Mapper.Integration.Tests.Models.Plain;
using Encrypted.Mapper.Integration.Tests.Support;

namespace Encrypted.Mapper.Integration.Tests;

/// <summary>Batches, transactions and documents of plain types: what they hold is checked, value by value and again when they are sent.</summary>
public sealed class PlainPartTests : IDisposable
{
    private readonly AmazonDynamoDBClient _unreachable = new(new Amazon.Runtime.AnonymousAWSCredentials(), new AmazonDynamoDBConfig { ServiceURL = "http://localhost:1", MaxErrorRetry = 0 });
    private readonly RecordingDynamoDB _recording;
    private readonly EncryptedDynamoContext _context;

    public PlainPartTests()
    {
        (var client, _recording) = RecordingDynamoDB.Over(_unreachable);
        _context = EncryptedDynamoContext.Create(client, dynamo => dynamo.UseRawAesKey("tests", "first", new byte[32]));
    }

    public void Dispose()
    {
        _context.Dispose();
        _unreachable.Dispose();
    }

    [Fact]
    public void S1_A_tagged_instance_is_refused_by_every_member_of_a_part_of_its_plain_base_type()
    {
        var letter = new Letters.SecretLetter { Id = "l", Text = "marked" };
        var write = _context.CreateBatchWrite<Letters.Letter>();
        var untyped = _context.CreateBatchWrite(typeof(Letters.Letter));
        var transact = _context.CreateTransactWrite<Letters.Letter>();
        Action[] ways =
        [
            () => write.AddPutItem(letter),
            () => write.AddPutItems([new Letters.Letter(), letter]),
            () => write.AddDeleteItem(letter),
            () => write.AddDeleteItems([letter]),
            () => untyped.AddPutItem(letter),
            () => transact.AddSaveItem(letter),
            () => transact.AddSaveItems([letter]),
            () => transact.AddDeleteItem(letter),
            () => transact.AddVersionCheckItem(letter),
            () => _context.ToDocument<Letters.Letter>(letter),
        ];

        Assert.All(ways, way => Assert.Equal("model-missing", Assert.Throws<ModelConfigurationException>(way).Rule));
        Assert.Empty(_recording.Requests);
    }

    [Fact]
    public void S1_An_entity_with_a_model_is_refused_too()
    {
        var error = Assert.Throws<ModelConfigurationException>(() => _context.CreateBatchWrite(typeof(Letters.Letter)).AddPutItem(new Secret()));

        Assert.Equal("entity-as-plain-type", error.Rule);
    }

    [Theory]
    [InlineData("member")]
    [InlineData("list")]
    [InlineData("dictionary")]
    [InlineData("nested array")]
    public async Task S1_A_tagged_instance_within_a_plain_entity_is_refused(string place)
    {
        var letter = new Letters.SecretLetter { Id = "l", Text = "marked" };
        var envelope = new Letters.Envelope { Id = "e", Body = new() { Id = "plain" } };
        _ = place switch
        {
            "member" => (object)(envelope.Body = letter),
            "list" => envelope.Copies = [new(), letter],
            "dictionary" => envelope.ByName = new() { ["a"] = letter },
            _ => envelope.Inside = new() { Bodies = [letter] },
        };

        ModelConfigurationException[] errors =
        [
            await Assert.ThrowsAsync<ModelConfigurationException>(() => _context.SaveAsync(envelope)),
            Assert.Throws<ModelConfigurationException>(() => _context.ToDocument(envelope)),
            Assert.Throws<ModelConfigurationException>(() => _context.CreateBatchWrite<Letters.Envelope>().AddPutItem(envelope)),
            Assert.Throws<ModelConfigurationException>(() => _context.CreateTransactWrite<Letters.Envelope>().AddSaveItem(envelope)),
        ];

        Assert.All(errors, error => Assert.Equal("model-missing", error.Rule));
        Assert.All(errors, error => Assert.DoesNotContain("marked", error.ToString(), StringComparison.Ordinal));
        Assert.Empty(_recording.Requests);
    }

    [Fact]
    public void A_plain_entity_without_tagged_parts_passes_and_ignored_members_do_not_count()
    {
        var envelope = new Letters.Envelope { Id = "e", Body = new() { Text = "t" }, Copies = [new()], Ignored = new Letters.SecretLetter() };

        Assert.Equal("t", _context.ToDocument(envelope)["Body"].AsDocument()["Text"].AsString());
    }

    [Fact]
    public async Task S1_A_part_is_refused_when_its_table_became_protected_after_it_was_made()
    {
        var config = new BatchWriteConfig { OverrideTableName = "Archive" };
        var batch = _context.CreateBatchWrite<Letters.Letter>(config);
        batch.AddPutItem(new() { Id = "l", Text = "t" });
        config.OverrideTableName = "Elsewhere";
        var transact = _context.CreateTransactWrite<Letters.Letter>(new TransactWriteConfig { OverrideTableName = "Archive" });
        transact.AddSaveItem(new() { Id = "l", Text = "t" });
        _context.QueryAsync<Secret>("k", new QueryConfig { OverrideTableName = "Archive" });

        ModelConfigurationException[] errors =
        [
            await Assert.ThrowsAsync<ModelConfigurationException>(() => batch.ExecuteAsync()),
            await Assert.ThrowsAsync<ModelConfigurationException>(() => _context.ExecuteBatchWriteAsync([batch])),
            await Assert.ThrowsAsync<ModelConfigurationException>(() => _context.CreateMultiTableBatchWrite(batch).ExecuteAsync()),
            await Assert.ThrowsAsync<ModelConfigurationException>(() => batch.Combine().ExecuteAsync()),
            await Assert.ThrowsAsync<ModelConfigurationException>(() => transact.ExecuteAsync()),
            await Assert.ThrowsAsync<ModelConfigurationException>(() => _context.ExecuteTransactWriteAsync([transact])),
            await Assert.ThrowsAsync<ModelConfigurationException>(() => _context.CreateMultiTableTransactWrite(transact).ExecuteAsync()),
        ];

        Assert.All(errors, error => Assert.Equal(("plain-type-on-protected-table", "Archive"), (error.Rule, error.TableName)));
        Assert.Empty(_recording.Requests);
    }

    [Fact]
    public async Task S1_Parts_from_elsewhere_are_refused()
    {
        using var stock = new DynamoDBContextBuilder().WithDynamoDBClient(() => _unreachable).Build();
        var batch = stock.CreateBatchWrite<PlainVisit>();
        var transact = stock.CreateTransactWrite<PlainVisit>();

        await Assert.ThrowsAsync<ArgumentException>(() => _context.ExecuteBatchWriteAsync([batch]));
        Assert.Throws<ArgumentException>(() => _context.CreateMultiTableBatchWrite(batch));
        Assert.Throws<ArgumentException>(() => _context.CreateMultiTableBatchWrite().AddBatch(batch));
        await Assert.ThrowsAsync<ArgumentException>(() => _context.ExecuteTransactWriteAsync([transact]));
        Assert.Throws<ArgumentException>(() => _context.CreateMultiTableTransactWrite(transact));
        Assert.Throws<ArgumentException>(() => _context.CreateMultiTableTransactWrite().AddTransactionPart(transact));
    }

    [Theory]
    [InlineData("EncryptedOnly")]
    [InlineData("RequireProtection")]
    public async Task S1_Parts_of_plain_types_are_refused_when_the_context_is_told_so(string setting)
    {
        using var context = EncryptedDynamoContext.Create(_unreachable, dynamo =>
        {
            dynamo.UseRawAesKey("tests", "first", new byte[32]);
            _ = setting == "EncryptedOnly" ? dynamo.EncryptedOnly() : dynamo.RequireProtection();
        });
        var write = _context.CreateBatchWrite<PlainNote>();
        var get = _context.CreateBatchGet<PlainNote>();
        var transactWrite = _context.CreateTransactWrite<PlainNote>();
        var transactGet = _context.CreateTransactGet<PlainNote>();

        ModelConfigurationException[] errors =
        [
            await Assert.ThrowsAsync<ModelConfigurationException>(() => context.ExecuteBatchWriteAsync([write])),
            await Assert.ThrowsAsync<ModelConfigurationException>(() => context.ExecuteBatchGetAsync(get)),
            await Assert.ThrowsAsync<ModelConfigurationException>(() => context.ExecuteTransactWriteAsync([transactWrite])),
            await Assert.ThrowsAsync<ModelConfigurationException>(() => context.ExecuteTransactGetAsync([transactGet])),
        ];

        Assert.All(errors, error => Assert.Equal("plain-type-refused", error.Rule));
        Assert.All(errors, error => Assert.Contains(setting, error.Message, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Plain_parts_do_what_the_stock_ones_do()
    {
        await using var table = await TestTable.CreateAsync(SecretModel.Instance);
        using var context = table.Context();
        await table.Client.CreateTableAsync(table.Prefix + "Letters", [new("Id", KeyType.HASH)], [new("Id", ScalarAttributeType.S)], new(1, 1));
        var put = context.CreateBatchWrite<Letters.Letter>();
        put.AddPutItems([new() { Id = "1", Text = "one" }, new() { Id = "2", Text = "two" }]);
        var untyped = context.CreateBatchWrite(typeof(Letters.Letter));
        untyped.AddPutItem(new Letters.Letter { Id = "3", Text = "three" });
        await put.Combine(untyped).ExecuteAsync();
        var delete = context.CreateBatchWrite<Letters.Letter>();
        delete.AddDeleteKey("1");
        delete.AddDeleteItem(new() { Id = "2" });
        await delete.ExecuteAsync();
        var transact = context.CreateTransactWrite<Letters.Letter>(new TransactWriteConfig { ReturnConsumedCapacity = ReturnConsumedCapacity.TOTAL });
        transact.AddSaveItem(new() { Id = "4", Text = "four" });
        transact.AddDeleteKey("3");
        var both = context.CreateMultiTableTransactWrite(transact);
        await both.ExecuteAsync();

        var left = Assert.Single(await context.ScanAsync<Letters.Letter>([]).GetRemainingAsync());
        Assert.Equal(("4", "four"), (left.Id, left.Text));
        Assert.NotEmpty(both.ConsumedCapacity);
        await table.Client.DeleteTableAsync(table.Prefix + "Letters");
    }
}
