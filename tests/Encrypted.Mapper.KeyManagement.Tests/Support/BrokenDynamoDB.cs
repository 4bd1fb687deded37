using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using Amazon.Runtime;

namespace Encrypted.Mapper.KeyManagement.Tests.Support;

/// <summary>A client that throws at once, as a decorator of an application may, instead of giving a task that fails.</summary>
internal sealed class BrokenDynamoDB() : AmazonDynamoDBClient(new AnonymousAWSCredentials(), Amazon.RegionEndpoint.EUWest1)
{
    public override Task<GetItemResponse> GetItemAsync(GetItemRequest request, CancellationToken cancellationToken = default) => throw Failure();

    public override Task<QueryResponse> QueryAsync(QueryRequest request, CancellationToken cancellationToken = default) => throw Failure();

    public override Task<ScanResponse> ScanAsync(ScanRequest request, CancellationToken cancellationToken = default) => throw Failure();

    public override Task<TransactWriteItemsResponse> TransactWriteItemsAsync(TransactWriteItemsRequest request, CancellationToken cancellationToken = default) => throw Failure();

    private static AmazonClientException Failure() => new("Nothing was configured.");
}
