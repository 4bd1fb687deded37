using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;

namespace Encrypted.Mapper.Context.Saving;

/// <summary>
/// Sends writes whose condition names the state that they replace. The client below repeats a request whose answer was
/// lost, with the same bytes: then the condition fails because the first sending succeeded, which the stored footer shows.
/// </summary>
internal sealed class ConditionalWrites(IAmazonDynamoDB client)
{
    public async Task<WriteOutcome> SendAsync(PutItemRequest request, byte[] footer, CancellationToken cancellationToken)
    {
        request.ReturnValuesOnConditionCheckFailure = ReturnValuesOnConditionCheckFailure.ALL_OLD;
        return await OutcomeAsync(client.PutItemAsync(request, cancellationToken), footer).ConfigureAwait(false);
    }

    public async Task<WriteOutcome> SendAsync(UpdateItemRequest request, byte[] footer, CancellationToken cancellationToken)
    {
        request.ReturnValuesOnConditionCheckFailure = ReturnValuesOnConditionCheckFailure.ALL_OLD;
        return await OutcomeAsync(client.UpdateItemAsync(request, cancellationToken), footer).ConfigureAwait(false);
    }

    private static async Task<WriteOutcome> OutcomeAsync(Task call, byte[] footer)
    {
        try
        {
            await call.ConfigureAwait(false);
            return default;
        }
        catch (ConditionalCheckFailedException failure)
        {
            // The exception travels on to the caller, who may log it: the item stays here.
            var stored = failure.Item is { Count: > 0 } item ? item : null;
            failure.Item = null;
            return StoredFooter.IsSame(footer, stored) ? default : new WriteOutcome(failure, stored);
        }
    }
}
