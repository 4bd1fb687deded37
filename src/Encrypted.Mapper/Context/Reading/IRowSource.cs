using Amazon.DynamoDBv2.Model;

namespace Encrypted.Mapper.Context.Reading;

/// <summary>Sends the request of a query or scan for one page after another.</summary>
internal interface IRowSource
{
    /// <summary>The index that is read, or <see langword="null"/>.</summary>
    string? IndexName { get; }

    Task<RowPage> ReadAsync(Dictionary<string, AttributeValue>? startKey, CancellationToken cancellationToken);
}
