using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using Encrypted.Mapper.Model;

namespace Encrypted.Mapper.Integration.Tests.Support;

/// <summary>A table of one test's own, with the keys and indexes of a model, and contexts for it.</summary>
internal sealed class TestTable : IAsyncDisposable
{
    private static readonly byte[] s_key = [.. Enumerable.Range(0, 32).Select(value => (byte)value)];
    private readonly EntityModel _model;

    private TestTable(EntityModel model, string prefix)
    {
        _model = model;
        Prefix = prefix;
    }

    public AmazonDynamoDBClient Client { get; } = LocalDynamo.Connect();

    public string Prefix { get; }

    public string Name => Prefix + _model.TableName;

    public static async Task<TestTable> CreateAsync(EntityModel model, ProjectionType? projection = null)
    {
        var table = new TestTable(model, $"t{Guid.NewGuid():N}-");
        await table.Client.CreateTableAsync(table.Request(table.Name, projection ?? ProjectionType.ALL));
        return table;
    }

    /// <summary>Creates another table of the same shape, which is deleted with this one's client only.</summary>
    public Task CreateTwinAsync(string name) => Client.CreateTableAsync(Request(name, ProjectionType.ALL));

    public EncryptedDynamoContext Context(Action<EncryptedDynamoBuilder>? configure = null) => ContextOver(Client, configure);

    public EncryptedDynamoContext ContextOver(IAmazonDynamoDB client, Action<EncryptedDynamoBuilder>? configure = null)
        => EncryptedDynamoContext.Create(client, dynamo =>
        {
            dynamo.UseRawAesKey("tests", "first", s_key).ConfigureContext(context => context.TableNamePrefix = Prefix);
            configure?.Invoke(dynamo);
        });

    /// <summary>A context whose key none of the table's items was written with.</summary>
    public EncryptedDynamoContext ContextWithOtherKey()
        => EncryptedDynamoContext.Create(Client, dynamo => dynamo
            .UseRawAesKey("tests", "first", new byte[32])
            .ConfigureContext(context => context.TableNamePrefix = Prefix));

    /// <summary>The items as they are stored, in no order.</summary>
    public async Task<List<Dictionary<string, AttributeValue>>> StoredAsync()
        => (await Client.ScanAsync(new ScanRequest { TableName = Name, ConsistentRead = true })).Items ?? [];

    public async Task<Dictionary<string, AttributeValue>> SingleStoredAsync() => Assert.Single(await StoredAsync());

    /// <summary>Changes the only stored item behind the library's back.</summary>
    public async Task TamperAsync(Action<Dictionary<string, AttributeValue>> change)
    {
        var item = await SingleStoredAsync();
        change(item);
        await PutRawAsync(item);
    }

    /// <summary>Changes one attribute of the only stored item as a writer without keys does.</summary>
    public async Task SetUnsignedAsync(string attribute, string value)
    {
        var item = await SingleStoredAsync();
        string[] keys = _model.SortKey is { } sortKey ? [_model.PartitionKey, sortKey] : [_model.PartitionKey];
        await Client.UpdateItemAsync(new UpdateItemRequest
        {
            TableName = Name,
            Key = keys.ToDictionary(key => key, key => item[key]),
            UpdateExpression = "SET #a = :v",
            ExpressionAttributeNames = new() { ["#a"] = attribute },
            ExpressionAttributeValues = new() { [":v"] = new AttributeValue { S = value } },
        });
    }

    public Task PutRawAsync(Dictionary<string, AttributeValue> item) => Client.PutItemAsync(new PutItemRequest { TableName = Name, Item = item });

    public async ValueTask DisposeAsync()
    {
        await Client.DeleteTableAsync(Name);
        Client.Dispose();
    }

    private CreateTableRequest Request(string name, ProjectionType projection)
    {
        var indexes = _model.Indexes;
        return new CreateTableRequest
        {
            TableName = name,
            BillingMode = BillingMode.PAY_PER_REQUEST,
            KeySchema = Schema(_model.PartitionKey, _model.SortKey),
            AttributeDefinitions = [.. KeyNames().Distinct().Select(key => new AttributeDefinition(key, IsNumber(key) ? ScalarAttributeType.N : ScalarAttributeType.S))],
            GlobalSecondaryIndexes = NullIfEmpty(indexes.Where(index => index.PartitionKey != _model.PartitionKey).Select(index => new GlobalSecondaryIndex
            {
                IndexName = index.Name,
                KeySchema = Schema(index.PartitionKey, index.SortKey),
                Projection = new Projection { ProjectionType = projection },
            })),
            LocalSecondaryIndexes = NullIfEmpty(indexes.Where(index => index.PartitionKey == _model.PartitionKey).Select(index => new LocalSecondaryIndex
            {
                IndexName = index.Name,
                KeySchema = Schema(index.PartitionKey, index.SortKey),
                Projection = new Projection { ProjectionType = projection },
            })),
        };
    }

    private IEnumerable<string> KeyNames()
    {
        yield return _model.PartitionKey;
        if (_model.SortKey is { } sortKey)
        {
            yield return sortKey;
        }

        foreach (var index in _model.Indexes)
        {
            yield return index.PartitionKey;
            if (index.SortKey is { } indexSortKey)
            {
                yield return indexSortKey;
            }
        }
    }

    // By convention of the test models.
    private static bool IsNumber(string key) => key is "Number" or "Visit";

    private static List<KeySchemaElement> Schema(string partitionKey, string? sortKey)
        => sortKey is null
            ? [new KeySchemaElement(partitionKey, KeyType.HASH)]
            : [new KeySchemaElement(partitionKey, KeyType.HASH), new KeySchemaElement(sortKey, KeyType.RANGE)];

    private static List<T>? NullIfEmpty<T>(IEnumerable<T> indexes) => indexes.ToList() is { Count: > 0 } list ? list : null;
}
