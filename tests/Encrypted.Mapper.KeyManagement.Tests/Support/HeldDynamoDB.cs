using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using Amazon.Runtime;

namespace Encrypted.Mapper.KeyManagement.Tests.Support;

/// <summary>A real client that counts reads, and sends them when it is let.</summary>
internal sealed class HeldDynamoDB(string address)
    : AmazonDynamoDBClient(new BasicAWSCredentials("local", "local"), new AmazonDynamoDBConfig { ServiceURL = address, AuthenticationRegion = "eu-west-1" })
{
    private readonly TaskCompletionSource _released = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _reads;

    public int Reads => Volatile.Read(ref _reads);

    public void Release() => _released.SetResult();

    public override async Task<GetItemResponse> GetItemAsync(GetItemRequest request, CancellationToken cancellationToken = default)
    {
        Interlocked.Increment(ref _reads);
        await _released.Task.WaitAsync(cancellationToken);
        return await base.GetItemAsync(request, cancellationToken);
    }
}
