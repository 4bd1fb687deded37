using System.Diagnostics.CodeAnalysis;
using Amazon.DynamoDBv2.DataModel;

namespace Encrypted.Mapper.Context.Plain;

/// <summary>The stock context's batch write of a plain type, with every value checked.</summary>
internal sealed class PlainBatchWrite<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.All)] T>(
    IBatchWrite<T> inner, PlainRoad road, Func<IBatchWrite[], IMultiTableBatchWrite> combine) : IBatchWrite<T>, IPlainPart<IBatchWrite>
{
    public void AddPutItem(T item) => inner.AddPutItem(road.Checked(item));

    public void AddPutItems(IEnumerable<T> values) => inner.AddPutItems(road.Checked(values));

    public void AddDeleteItem(T item) => inner.AddDeleteItem(road.Checked(item));

    public void AddDeleteItems(IEnumerable<T> values) => inner.AddDeleteItems(road.Checked(values));

    public void AddDeleteKey(object hashKey) => inner.AddDeleteKey(hashKey);

    public void AddDeleteKey(object hashKey, object rangeKey) => inner.AddDeleteKey(hashKey, rangeKey);

    public IMultiTableBatchWrite Combine(params IBatchWrite[] otherBatches) => combine([this, .. otherBatches]);

    public IBatchWrite Checked()
    {
        road.Check();
        return inner;
    }

    public Task ExecuteAsync(CancellationToken cancellationToken = default) => Checked().ExecuteAsync(cancellationToken);
}
