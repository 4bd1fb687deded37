using System.Diagnostics.CodeAnalysis;
using Amazon.DynamoDBv2.DataModel;
using Amazon.DynamoDBv2.Model;
using Encrypted.Mapper.Context.Saving;
using Encrypted.Mapper.Conversion;

namespace Encrypted.Mapper.Context.Batches;

/// <summary>A batch of puts and deletions of one encrypted entity type. An entity is converted when it is added, and what is done to it later doesn't count.</summary>
internal sealed class EncryptedBatchWrite<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.All)] T>(
    BatchWriter writer, EntityTable table, ConversionOptions options, PutRules rules, Func<IBatchWrite[], IMultiTableBatchWrite> combine) : IBatchWrite<T>, IEncryptedBatchWrite
{
    private readonly List<(Dictionary<string, AttributeValue> Key, PendingItem? Put, object? Entity)> _writes = [];

    public BatchWriter Writer => writer;

    // Like the stock context's, a batch passes over null.
    public void AddPutItem(T item)
    {
        if (item is not null)
        {
            var put = new PendingItem(table, Convert(item), version: null, callersCondition: null, options);
            rules.Check(table, item, put);
            _writes.Add((put.Key, put, item));
        }
    }

    public void AddPutItems(IEnumerable<T> values)
    {
        foreach (var value in values ?? [])
        {
            AddPutItem(value);
        }
    }

    public void AddDeleteItem(T item)
    {
        if (item is not null)
        {
            _writes.Add((ItemKey.Of(table, Convert(item)), null, item));
        }
    }

    public void AddDeleteItems(IEnumerable<T> values)
    {
        foreach (var value in values ?? [])
        {
            AddDeleteItem(value);
        }
    }

    public void AddDeleteKey(object hashKey) => _writes.Add((ItemKey.From(table, hashKey, sortKey: null, options), null, null));

    public void AddDeleteKey(object hashKey, object rangeKey) => _writes.Add((ItemKey.From(table, hashKey, rangeKey, options), null, null));

    public IMultiTableBatchWrite Combine(params IBatchWrite[] otherBatches) => combine([this, .. otherBatches]);

    public Task ExecuteAsync(CancellationToken cancellationToken = default) => writer.WriteAsync([this], cancellationToken);

    public IEnumerable<WriteEntry> Entries() => _writes.Select(write => new WriteEntry(table, write.Key, write.Put, write.Entity));

    private Dictionary<string, AttributeValue> Convert(T item)
        => table.Model.EntityType.IsInstanceOfType(item)
            ? table.Model.ToItemUntyped(item!, options)
            : throw new ArgumentException($"The value is not a '{table.Model.EntityType.Name}'.", nameof(item));
}
