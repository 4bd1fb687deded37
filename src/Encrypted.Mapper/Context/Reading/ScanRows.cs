using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using Encrypted.Mapper.Context.Expressions;

namespace Encrypted.Mapper.Context.Reading;

/// <summary>The pages of a scan: by expression, and never projected.</summary>
internal sealed class ScanRows(IAmazonDynamoDB client, string tableName, ExpressionScope scope) : IRowSource
{
    public string? IndexName { get; init; }

    public string? Filter { get; init; }

    public bool ConsistentRead { get; init; }

    public int? Limit { get; init; }

    public int? TotalSegments { get; init; }

    public int? Segment { get; init; }

    public Select? Select { get; init; }

    public async Task<RowPage> ReadAsync(Dictionary<string, AttributeValue>? startKey, CancellationToken cancellationToken)
    {
        var request = new ScanRequest
        {
            TableName = tableName,
            IndexName = IndexName,
            FilterExpression = Filter,
            ExpressionAttributeNames = scope.Names,
            ExpressionAttributeValues = scope.Values,
            ConsistentRead = ConsistentRead,
            ExclusiveStartKey = startKey,
            Limit = Limit,
            TotalSegments = TotalSegments,
            Segment = Segment,
            Select = Select,
        };
        var response = await ServiceCall.SendAsync(client.ScanAsync(request, cancellationToken)).ConfigureAwait(false);
        return new RowPage(response.Items ?? [], response.LastEvaluatedKey);
    }
}
