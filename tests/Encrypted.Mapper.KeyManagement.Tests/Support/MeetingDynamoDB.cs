using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using Amazon.Runtime;

namespace Encrypted.Mapper.KeyManagement.Tests.Support;

/// <summary>A real client that sends no transaction before so many have come.</summary>
internal sealed class MeetingDynamoDB(string address, int writers)
    : AmazonDynamoDBClient(new BasicAWSCredentials("local", "local"), new AmazonDynamoDBConfig { ServiceURL = address, AuthenticationRegion = "eu-west-1" })
{
    private readonly TaskCompletionSource _complete = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _missing = writers;

    public override async Task<TransactWriteItemsResponse> TransactWriteItemsAsync(TransactWriteItemsRequest request, CancellationToken cancellationToken = default)
    {
        if (Interlocked.Decrement(ref _missing) == 0)
        {
            _complete.SetResult();
        }

        await _complete.Task.WaitAsync(cancellationToken);
        return await base.TransactWriteItemsAsync(request, cancellationToken);
    }
}
