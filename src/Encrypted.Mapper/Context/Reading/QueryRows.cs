using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using Encrypted.Mapper.Context.Expressions;

namespace Encrypted.Mapper.Context.Reading;

/// <summary>The pages of a query: by expressions, and never projected.</summary>
internal sealed class QueryRows(IAmazonDynamoDB client, string tableName, ExpressionScope scope) : IRowSource
{
    public string? IndexName { get; init; }

    public required string KeyCondition { get; init; }

    public string? Filter { get; init; }

    public bool Backward { get; init; }

    public bool ConsistentRead { get; init; }

    public int? Limit { get; init; }

    public Select? Select { get; init; }

    public async Task<RowPage> ReadAsync(Dictionary<string, AttributeValue>? startKey, CancellationToken cancellationToken)
    {
        var request = new QueryRequest
        {
            TableName = tableName,
            IndexName = IndexName,
            KeyConditionExpression = KeyCondition,
            FilterExpression = Filter,
            ExpressionAttributeNames = scope.Names,
            ExpressionAttributeValues = scope.Values,
            ScanIndexForward = !Backward,
            ConsistentRead = ConsistentRead,
            ExclusiveStartKey = startKey,
            Limit = Limit,
            Select = Select,
        };
        var response = await ServiceCall.SendAsync(client.QueryAsync(request, cancellationToken)).ConfigureAwait(false);
        return new RowPage(response.Items ?? [], response.LastEvaluatedKey);
    }
}
