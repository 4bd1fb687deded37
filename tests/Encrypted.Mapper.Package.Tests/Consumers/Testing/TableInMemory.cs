using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using Amazon.Runtime;

/// <summary>A table with room for one item.</summary>
internal sealed class TableInMemory() : AmazonDynamoDBClient(new BasicAWSCredentials("id", "secret"), new AmazonDynamoDBConfig { ServiceURL = "http://127.0.0.1:1" })
{
    private Dictionary<string, AttributeValue> _item = [];

    public override Task<PutItemResponse> PutItemAsync(PutItemRequest request, CancellationToken cancellationToken = default)
    {
        _item = request.Item;
        return Task.FromResult(new PutItemResponse());
    }

    public override Task<GetItemResponse> GetItemAsync(GetItemRequest request, CancellationToken cancellationToken = default)
        => Task.FromResult(new GetItemResponse { Item = _item });
}
