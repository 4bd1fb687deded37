using Amazon.DynamoDBv2.Model;

namespace Encrypted.Mapper.Context;

/// <summary>
/// Awaits a call to DynamoDB. Its exceptions pass as they are, so that a failed condition stays catchable, but without
/// the stored items that they may carry: those would end in logs.
/// </summary>
internal static class ServiceCall
{
    public static async Task<TResponse> SendAsync<TResponse>(Task<TResponse> call)
    {
        try
        {
            return await call.ConfigureAwait(false);
        }
        catch (ConditionalCheckFailedException error)
        {
            error.Item = null;
            throw;
        }
        catch (TransactionCanceledException error)
        {
            foreach (var reason in error.CancellationReasons ?? [])
            {
                reason.Item = null;
            }

            throw;
        }
    }
}
