using System.Diagnostics.CodeAnalysis;
using Amazon.DynamoDBv2.DataModel;
using Amazon.DynamoDBv2.Model;
using Encrypted.Mapper.Context.Reading;
using Encrypted.Mapper.Conversion;

namespace Encrypted.Mapper.Context.Batches;

/// <summary>A batch of keys of one encrypted entity type. Results stand in the order of their keys; a key without an item has none.</summary>
internal sealed class EncryptedBatchGet<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.All)] T>(
    BatchReader reader, EntityTable table, ConversionOptions options, PageReader rows, Func<IBatchGet[], IMultiTableBatchGet> combine) : IBatchGet<T>, IEncryptedBatchGet
{
    private readonly List<Dictionary<string, AttributeValue>> _keys = [];
    private List<T> _verified = [];

    public BatchReader Reader => reader;

    public int TotalKeys => _keys.Count;

    public List<T> Results { get; } = [];

    public List<object> UntypedResults { get; } = [];

    public bool ConsistentRead { get; set; }

    /// <summary>How many requests may be under way at once.</summary>
    public int MaxRequests { get; init; } = 1;

    public void AddKey(object hashKey) => _keys.Add(ItemKey.From(table, hashKey, sortKey: null, options));

    public void AddKey(object hashKey, object rangeKey) => _keys.Add(ItemKey.From(table, hashKey, rangeKey, options));

    public void AddKey(T keyObject)
    {
        ArgumentNullException.ThrowIfNull(keyObject);
        _keys.Add(ItemKey.Of(table, table.Model.ToItemUntyped(keyObject, options)));
    }

    public IMultiTableBatchGet Combine(params IBatchGet[] otherBatches) => combine([this, .. otherBatches]);

    public Task ExecuteAsync(CancellationToken cancellationToken = default) => reader.ReadAsync([this], MaxRequests, cancellationToken);

    public IReadOnlyList<ReadEntry> Entries() => [.. _keys.Select(key => new ReadEntry(table, key, ConsistentRead))];

    public async Task VerifyAsync(IReadOnlyList<ReadEntry> entries, CancellationToken cancellationToken)
        => _verified = await rows.ReadAsync<T>([.. entries.Where(entry => entry.Row is not null).Select(entry => entry.Row!)], cancellationToken).ConfigureAwait(false);

    public void Publish()
    {
        Results.Clear();
        UntypedResults.Clear();
        foreach (var entity in _verified)
        {
            Results.Add(entity);
            UntypedResults.Add(entity!);
        }

        _verified = [];
    }
}
