using System.Diagnostics.CodeAnalysis;
using Amazon.DynamoDBv2.DataModel;

namespace Encrypted.Mapper.Context.Plain;

/// <summary>The stock context's batch of keys of a plain type, which can be combined with those of encrypted entities.</summary>
internal sealed class PlainBatchGet<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.All)] T>(
    IBatchGet<T> inner, PlainRoad road, Func<IBatchGet[], IMultiTableBatchGet> combine) : IBatchGet<T>, IPlainPart<IBatchGet>
{
    public int TotalKeys => inner.TotalKeys;

    public List<T> Results => inner.Results;

    public List<object> UntypedResults => inner.UntypedResults;

    public bool ConsistentRead
    {
        get => inner.ConsistentRead;
        set => inner.ConsistentRead = value;
    }

    public void AddKey(object hashKey) => inner.AddKey(hashKey);

    public void AddKey(object hashKey, object rangeKey) => inner.AddKey(hashKey, rangeKey);

    public void AddKey(T keyObject) => inner.AddKey(keyObject);

    public IMultiTableBatchGet Combine(params IBatchGet[] otherBatches) => combine([this, .. otherBatches]);

    public IBatchGet Checked()
    {
        road.Check();
        return inner;
    }

    public Task ExecuteAsync(CancellationToken cancellationToken = default) => Checked().ExecuteAsync(cancellationToken);
}
