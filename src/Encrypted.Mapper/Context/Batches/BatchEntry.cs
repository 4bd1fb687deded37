using Amazon.DynamoDBv2.Model;

namespace Encrypted.Mapper.Context.Batches;

/// <summary>One item that a batch reads, writes or deletes.</summary>
internal abstract class BatchEntry(EntityTable table, Dictionary<string, AttributeValue> key)
{
    public EntityTable Table { get; } = table;

    public Dictionary<string, AttributeValue> Key { get; } = key;

    /// <summary>Whether the service processed it.</summary>
    public bool IsDone { get; set; }
}
