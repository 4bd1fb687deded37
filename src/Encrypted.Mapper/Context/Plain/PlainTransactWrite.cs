using System.Diagnostics.CodeAnalysis;
using Amazon.DynamoDBv2.DataModel;
using Amazon.DynamoDBv2.DocumentModel;
using Amazon.DynamoDBv2.Model;

namespace Encrypted.Mapper.Context.Plain;

/// <summary>The stock context's transactional write of a plain type, with every value checked.</summary>
internal sealed class PlainTransactWrite<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.All)] T>(ITransactWrite<T> inner, PlainRoad road)
    : ITransactWrite<T>, IPlainPart<ITransactWrite>
{
    public List<ConsumedCapacity> ConsumedCapacity => inner.ConsumedCapacity;

    public void AddSaveItem(T item) => inner.AddSaveItem(road.Checked(item));

    public void AddSaveItems(IEnumerable<T> items) => inner.AddSaveItems(road.Checked(items));

    public void AddSaveItem(object hashKey, Expression updateExpression, Expression conditionExpression = null!)
        => inner.AddSaveItem(hashKey, updateExpression, conditionExpression);

    public void AddSaveItem(object hashKey, object rangeKey, Expression updateExpression, Expression conditionExpression = null!)
        => inner.AddSaveItem(hashKey, rangeKey, updateExpression, conditionExpression);

    public void AddDeleteItem(T item) => inner.AddDeleteItem(road.Checked(item));

    public void AddDeleteItems(IEnumerable<T> items) => inner.AddDeleteItems(road.Checked(items));

    public void AddDeleteKey(object hashKey) => inner.AddDeleteKey(hashKey);

    public void AddDeleteKey(object hashKey, Expression conditionExpression) => inner.AddDeleteKey(hashKey, conditionExpression);

    public void AddDeleteKey(object hashKey, object rangeKey) => inner.AddDeleteKey(hashKey, rangeKey);

    public void AddDeleteKey(object hashKey, object rangeKey, Expression conditionExpression) => inner.AddDeleteKey(hashKey, rangeKey, conditionExpression);

    public void AddVersionCheckItem(T item) => inner.AddVersionCheckItem(road.Checked(item));

    public void AddVersionCheckItems(IEnumerable<T> items) => inner.AddVersionCheckItems(road.Checked(items));

    public void AddVersionCheckKey(object hashKey, object version) => inner.AddVersionCheckKey(hashKey, version);

    public void AddVersionCheckKey(object hashKey, object rangeKey, object version) => inner.AddVersionCheckKey(hashKey, rangeKey, version);

    // The parts that it takes are of a class of the SDK, which nothing checks.
    public MultiTableTransactWrite Combine(params TransactWrite[] otherTransactionParts)
        => throw ContextErrors.NotSupported(UnsupportedMember.CombineTransactWrite);

    public ITransactWrite Checked()
    {
        road.Check();
        return inner;
    }

    public Task ExecuteAsync(CancellationToken cancellationToken = default) => Checked().ExecuteAsync(cancellationToken);
}
