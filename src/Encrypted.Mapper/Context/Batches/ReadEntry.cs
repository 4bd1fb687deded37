using Amazon.DynamoDBv2.Model;

namespace Encrypted.Mapper.Context.Batches;

/// <summary>One key that a batch asks for.</summary>
internal sealed class ReadEntry(EntityTable table, Dictionary<string, AttributeValue> key, bool consistentRead) : BatchEntry(table, key)
{
    public bool ConsistentRead { get; } = consistentRead;

    /// <summary>The row as stored, before verification; <see langword="null"/> where there is none.</summary>
    public Dictionary<string, AttributeValue>? Row { get; set; }
}
