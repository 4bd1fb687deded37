using System.Net;
using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using Amazon.Runtime;

namespace Encrypted.Mapper.Keys;

/// <summary>The calls that a key store makes to its table. Failures say what was tried, and carry no items.</summary>
internal sealed class KeyStoreTable(IAmazonDynamoDB client, string tableName)
{
    public const string GetItem = "dynamodb:GetItem";
    private const string Query = "dynamodb:Query";
    private const string Scan = "dynamodb:Scan";
    private const string Write = "dynamodb:TransactWriteItems";

    /// <summary>Reads an item, or returns null. Consistently: a stale active item would look like one that was put back.</summary>
    public async Task<Dictionary<string, AttributeValue>?> GetAsync(string branchKeyId, string type, CancellationToken cancellationToken)
    {
        var request = new GetItemRequest { TableName = tableName, ConsistentRead = true, Key = KeyOf(branchKeyId, type) };
        var response = await SendAsync(client.GetItemAsync(request, cancellationToken), GetItem, branchKeyId, cancellationToken).ConfigureAwait(false);
        return response.Item is { Count: > 0 } item ? item : null;
    }

    /// <summary>Reads a page of the items of a branch key, without their keys.</summary>
    public Task<QueryResponse> QueryAsync(string branchKeyId, Dictionary<string, AttributeValue>? start, CancellationToken cancellationToken)
        => SendAsync(
            client.QueryAsync(
                new QueryRequest
                {
                    TableName = tableName,
                    ConsistentRead = true,
                    KeyConditionExpression = "#id = :id",
                    ProjectionExpression = BranchKeyProjection.Expression,
                    ExpressionAttributeNames = BranchKeyProjection.Names,
                    ExpressionAttributeValues = new() { [":id"] = new() { S = branchKeyId } },
                    ExclusiveStartKey = start,
                },
                cancellationToken),
            Query,
            branchKeyId,
            cancellationToken);

    /// <summary>Reads a page of all items, without their keys.</summary>
    public Task<ScanResponse> ScanAsync(Dictionary<string, AttributeValue>? start, CancellationToken cancellationToken)
        => SendAsync(
            client.ScanAsync(
                new ScanRequest
                {
                    TableName = tableName,
                    ConsistentRead = true,
                    ProjectionExpression = BranchKeyProjection.Expression,
                    ExpressionAttributeNames = BranchKeyProjection.Names,
                    ExclusiveStartKey = start,
                },
                cancellationToken),
            Scan,
            "*",
            cancellationToken);

    /// <summary>Writes all or nothing. Returns false if a condition wasn't met.</summary>
    public async Task<bool> TryWriteAsync(string branchKeyId, List<Put> puts, CancellationToken cancellationToken)
    {
        foreach (var put in puts)
        {
            put.TableName = tableName;
        }

        var request = new TransactWriteItemsRequest { TransactItems = puts.ConvertAll(put => new TransactWriteItem { Put = put }) };
        try
        {
            await SendAsync(client.TransactWriteItemsAsync(request, cancellationToken), Write, branchKeyId, cancellationToken).ConfigureAwait(false);
            return true;
        }
        catch (KeyUnavailableException error) when (error.InnerException is TransactionCanceledException cancelled && IsRefusal(cancelled))
        {
            return false;
        }
    }

    private static bool IsRefusal(TransactionCanceledException error)
        => error.CancellationReasons?.Exists(reason => reason.Code is "ConditionalCheckFailed") == true;

    private static Dictionary<string, AttributeValue> KeyOf(string branchKeyId, string type)
        => new() { [BranchKeyItemNames.Id] = new() { S = branchKeyId }, [BranchKeyItemNames.Type] = new() { S = type } };

    private async Task<T> SendAsync<T>(Task<T> call, string operation, string branchKeyId, CancellationToken cancellationToken)
    {
        try
        {
            return await call.ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            throw;
        }
        catch (Exception error) when (error is not (ObjectDisposedException or OutOfMemoryException))
        {
            throw Failure(operation, branchKeyId, error);
        }
    }

    private KeyUnavailableException Failure(string operation, string branchKeyId, Exception error)
    {
        if (error is TransactionCanceledException cancelled)
        {
            foreach (var reason in cancelled.CancellationReasons ?? [])
            {
                reason.Item = null;
            }
        }

        var service = error as AmazonServiceException;
        var attempt = new KeyAttempt(operation, branchKeyId, service?.ErrorCode is { Length: > 0 } code ? code : error.GetType().Name);
        return service switch
        {
            ResourceNotFoundException => KeyStoreErrors.Failed("key-store-missing", $"There is no key store table '{tableName}' in this account and Region", attempt, error),
            { ErrorCode: "AccessDeniedException" or "UnrecognizedClientException" } => KeyStoreErrors.Failed("key-store-access-denied", "DynamoDB refused access to the key store", attempt, error),
            { ErrorCode: "ValidationException" } => KeyStoreErrors.Failed("key-store-failed", $"DynamoDB can't answer for table '{tableName}', which may not be a key store", attempt, error),
            { StatusCode: >= HttpStatusCode.BadRequest and < HttpStatusCode.InternalServerError } => KeyStoreErrors.Failed("key-store-failed", "A call to the key store failed", attempt, error),
            _ => KeyStoreErrors.Failed("key-store-unreachable", "The key store can't be reached or didn't answer in time", attempt, error),
        };
    }
}
