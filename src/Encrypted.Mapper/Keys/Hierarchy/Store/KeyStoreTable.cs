using System.Net;
using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using Amazon.Runtime;

namespace Encrypted.Mapper.Keys;

/// <summary>The calls that a key store makes to its table. Failures say what was tried, and carry no items.</summary>
internal sealed class KeyStoreTable(IAmazonDynamoDB client, string tableName)
{
    public const string GetItem = "dynamodb:GetItem";
    private const string Describe = "dynamodb:DescribeTable";
    private const string Create = "dynamodb:CreateTable";
    private const string Query = "dynamodb:Query";
    private const string Scan = "dynamodb:Scan";
    private const string Write = "dynamodb:TransactWriteItems";

    /// <summary>Tells what table it is, or returns null if there is none.</summary>
    public async Task<TableDescription?> DescribeAsync(CancellationToken cancellationToken)
    {
        try
        {
            var request = new DescribeTableRequest(tableName);
            var response = await SendAsync(Describe, tableName, request, static (client, request, token) => client.DescribeTableAsync(request, token), cancellationToken).ConfigureAwait(false);
            return response.Table;
        }
        catch (KeyUnavailableException error) when (error.InnerException is ResourceNotFoundException)
        {
            return null;
        }
    }

    /// <summary>Has the table created. Returns false if there is one by now.</summary>
    public async Task<bool> TryCreateAsync(CancellationToken cancellationToken)
    {
        var request = new CreateTableRequest
        {
            TableName = tableName,
            BillingMode = BillingMode.PAY_PER_REQUEST,
            KeySchema = [new(BranchKeyItemNames.Id, KeyType.HASH), new(BranchKeyItemNames.Type, KeyType.RANGE)],
            AttributeDefinitions = [new(BranchKeyItemNames.Id, ScalarAttributeType.S), new(BranchKeyItemNames.Type, ScalarAttributeType.S)],
        };
        try
        {
            await SendAsync(Create, tableName, request, static (client, request, token) => client.CreateTableAsync(request, token), cancellationToken).ConfigureAwait(false);
            return true;
        }
        catch (KeyUnavailableException error) when (error.InnerException is ResourceInUseException)
        {
            return false;
        }
    }

    /// <summary>Reads an item, or returns null. Consistently: a stale active item would look like one that was put back.</summary>
    public async Task<Dictionary<string, AttributeValue>?> GetAsync(string branchKeyId, string type, CancellationToken cancellationToken)
    {
        var request = new GetItemRequest { TableName = tableName, ConsistentRead = true, Key = KeyOf(branchKeyId, type) };
        var response = await SendAsync(GetItem, branchKeyId, request, static (client, request, token) => client.GetItemAsync(request, token), cancellationToken).ConfigureAwait(false);
        return response.Item is { Count: > 0 } item ? item : null;
    }

    /// <summary>Reads a page of the items of a branch key, without their keys.</summary>
    public Task<QueryResponse> QueryAsync(string branchKeyId, Dictionary<string, AttributeValue>? start, CancellationToken cancellationToken)
    {
        var request = new QueryRequest
        {
            TableName = tableName,
            ConsistentRead = true,
            KeyConditionExpression = "#id = :id",
            ProjectionExpression = BranchKeyProjection.Expression,
            ExpressionAttributeNames = BranchKeyProjection.Names,
            ExpressionAttributeValues = new() { [":id"] = new() { S = branchKeyId } },
            ExclusiveStartKey = start,
        };
        return SendAsync(Query, branchKeyId, request, static (client, request, token) => client.QueryAsync(request, token), cancellationToken);
    }

    /// <summary>Reads a page of all items, without their keys.</summary>
    public Task<ScanResponse> ScanAsync(Dictionary<string, AttributeValue>? start, CancellationToken cancellationToken)
    {
        var request = new ScanRequest
        {
            TableName = tableName,
            ConsistentRead = true,
            ProjectionExpression = BranchKeyProjection.Expression,
            ExpressionAttributeNames = BranchKeyProjection.Names,
            ExclusiveStartKey = start,
        };
        return SendAsync(Scan, "*", request, static (client, request, token) => client.ScanAsync(request, token), cancellationToken);
    }

    /// <summary>Writes all or nothing. Returns false if a condition wasn't met.</summary>
    /// <exception cref="KeyStoreException">Another transaction on the branch key was under way.</exception>
    public async Task<bool> TryWriteAsync(string branchKeyId, List<Put> puts, CancellationToken cancellationToken)
    {
        foreach (var put in puts)
        {
            put.TableName = tableName;
        }

        var request = new TransactWriteItemsRequest { TransactItems = puts.ConvertAll(put => new TransactWriteItem { Put = put }) };
        try
        {
            await SendAsync(Write, branchKeyId, request, static (client, request, token) => client.TransactWriteItemsAsync(request, token), cancellationToken).ConfigureAwait(false);
            return true;
        }
        catch (KeyUnavailableException error) when (error.InnerException is TransactionCanceledException cancelled && IsFor(cancelled, "ConditionalCheckFailed"))
        {
            return false;
        }
        catch (KeyUnavailableException error) when (error.InnerException is TransactionCanceledException cancelled && IsFor(cancelled, "TransactionConflict"))
        {
            throw KeyStoreErrors.Conflict(tableName, cancelled);
        }
    }

    private static bool IsFor(TransactionCanceledException error, string reason)
        => error.CancellationReasons?.Exists(given => given.Code == reason) == true;

    private static Dictionary<string, AttributeValue> KeyOf(string branchKeyId, string type)
        => new() { [BranchKeyItemNames.Id] = new() { S = branchKeyId }, [BranchKeyItemNames.Type] = new() { S = type } };

    // "key": what the call is about, for messages: a branch key, or the table.
    private async Task<TResponse> SendAsync<TRequest, TResponse>(
        string operation, string key, TRequest request, Func<IAmazonDynamoDB, TRequest, CancellationToken, Task<TResponse>> send, CancellationToken cancellationToken)
    {
        try
        {
            return await send(client, request, cancellationToken).ConfigureAwait(false);
        }
        catch (OperationCanceledException error) when (cancellationToken.IsCancellationRequested)
        {
            throw new InterruptedCallException(Failure(operation, key, error), error, cancellationToken);
        }
        catch (Exception error) when (error is not (ObjectDisposedException or OutOfMemoryException))
        {
            throw Failure(operation, key, error);
        }
    }

    private KeyUnavailableException Failure(string operation, string key, Exception error)
    {
        if (error is TransactionCanceledException cancelled)
        {
            foreach (var reason in cancelled.CancellationReasons ?? [])
            {
                reason.Item = null;
            }
        }

        var attempt = new KeyAttempt(operation, key, AwsErrors.OutcomeOf(error));
        return error switch
        {
            ResourceNotFoundException => KeyStoreErrors.Failed("key-store-missing", $"There is no key store table '{tableName}' in this account and Region", attempt, error),
            _ when AwsErrors.IsTransport(error) => KeyStoreErrors.Failed("key-store-unreachable", "The key store can't be reached or didn't answer in time", attempt, error),
            AmazonServiceException service when AwsErrors.IsDenied(service) => KeyStoreErrors.Failed("key-store-access-denied", "DynamoDB refused access to the key store", attempt, error),
            AmazonServiceException service when IsThrottled(service) => KeyStoreErrors.Failed("key-store-throttled", "DynamoDB throttles calls to the key store, and the AWS SDK has tried as often as it is configured to", attempt, error),
            AmazonServiceException { StatusCode: >= HttpStatusCode.InternalServerError } => KeyStoreErrors.Failed("key-store-unreachable", "The key store can't be reached: DynamoDB has a failure of its own", attempt, error),
            AmazonServiceException { ErrorCode: "ValidationException" } => KeyStoreErrors.Failed("key-store-failed", $"DynamoDB can't answer for table '{tableName}', which may not be a key store", attempt, error),
            AmazonClientException => KeyStoreErrors.Failed("key-store-failed", "A call to the key store could not be made: the AWS SDK found no credentials, or its configuration doesn't fit (its own words are in the inner exception)", attempt, error),
            _ => KeyStoreErrors.Failed("key-store-failed", "A call to the key store failed", attempt, error),
        };
    }

    // A transaction's own error says only that it was cancelled.
    private static bool IsThrottled(AmazonServiceException error)
        => AwsErrors.IsThrottled(error)
        || (error is TransactionCanceledException cancelled
            && (IsFor(cancelled, "ProvisionedThroughputExceeded") || IsFor(cancelled, "ThrottlingError")));
}
