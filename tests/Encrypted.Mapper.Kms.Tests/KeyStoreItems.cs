using System.Collections.Concurrent;
using Amazon;
using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using Amazon.Runtime;

namespace Encrypted.Mapper.Kms.Tests;

/// <summary>A key store's table in memory: as much of DynamoDB as one caller at a time needs to create, rotate and read branch keys.</summary>
internal sealed class KeyStoreItems() : AmazonDynamoDBClient(new AnonymousAWSCredentials(), RegionEndpoint.EUWest1)
{
    private readonly ConcurrentDictionary<(string Id, string Type), Dictionary<string, AttributeValue>> _items = new();

    public Dictionary<string, AttributeValue> this[string id, string type] => _items[(id, type)];

    public override Task<GetItemResponse> GetItemAsync(GetItemRequest request, CancellationToken cancellationToken = default)
        => Task.FromResult(new GetItemResponse { Item = _items.TryGetValue(KeyOf(request.Key), out var item) ? new(item) : null });

    public override Task<TransactWriteItemsResponse> TransactWriteItemsAsync(TransactWriteItemsRequest request, CancellationToken cancellationToken = default)
    {
        foreach (var write in request.TransactItems)
        {
            _items[KeyOf(write.Put.Item)] = new(write.Put.Item);
        }

        return Task.FromResult(new TransactWriteItemsResponse());
    }

    private static (string Id, string Type) KeyOf(Dictionary<string, AttributeValue> item) => (item["branch-key-id"].S, item["type"].S);
}
