using System.Globalization;
using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using Amazon.Runtime;

namespace Encrypted.Mapper.Testing.Tests.Items;

/// <summary>A table with room for one item, which tests change behind the context's back.</summary>
internal sealed class VisitTable() : AmazonDynamoDBClient(new BasicAWSCredentials("id", "secret"), new AmazonDynamoDBConfig { ServiceURL = "http://127.0.0.1:1" })
{
    public string? Name { get; private set; }

    public Dictionary<string, AttributeValue> Item { get; private set; } = [];

    public static Dictionary<string, AttributeValue> Key { get; } = new()
    {
        ["Patient"] = new("p-1"),
        ["Number"] = new() { N = 7.ToString(CultureInfo.InvariantCulture) },
    };

    public override Task<PutItemResponse> PutItemAsync(PutItemRequest request, CancellationToken cancellationToken = default)
    {
        (Name, Item) = (request.TableName, request.Item);
        return Task.FromResult(new PutItemResponse());
    }

    public override Task<GetItemResponse> GetItemAsync(GetItemRequest request, CancellationToken cancellationToken = default)
    {
        var found = request.TableName == Name && request.Key.All(part => Item[part.Key].S == part.Value.S && Item[part.Key].N == part.Value.N);
        return Task.FromResult(new GetItemResponse { Item = found ? Item : null });
    }
}
