using System.Diagnostics.CodeAnalysis;
using Amazon.DynamoDBv2.DataModel;
using Amazon.DynamoDBv2.DocumentModel;
using Encrypted.Mapper.Context;

namespace Encrypted.Mapper;

// The overloads with DynamoDBOperationConfig that the interface marks as obsolete: each maps its settings to the overload that replaced it.
public sealed partial class EncryptedDynamoContext
{
    Task IDynamoDBContext.SaveAsync<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.All)] T>(T value, DynamoDBOperationConfig operationConfig, CancellationToken cancellationToken)
        => SaveAsync(value, OperationSettings.ForSave(operationConfig), cancellationToken);

    Task IDynamoDBContext.SaveAsync([DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.All)] Type valueType, object value, DynamoDBOperationConfig operationConfig, CancellationToken cancellationToken)
        => SaveAsync(valueType, value, OperationSettings.ForSave(operationConfig), cancellationToken);

    Task<T> IDynamoDBContext.LoadAsync<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.All)] T>(object hashKey, DynamoDBOperationConfig operationConfig, CancellationToken cancellationToken)
        => LoadAsync<T>(hashKey, OperationSettings.ForLoad(operationConfig), cancellationToken);

    Task<T> IDynamoDBContext.LoadAsync<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.All)] T>(object hashKey, object rangeKey, DynamoDBOperationConfig operationConfig, CancellationToken cancellationToken)
        => LoadAsync<T>(hashKey, rangeKey, OperationSettings.ForLoad(operationConfig), cancellationToken);

    Task<T> IDynamoDBContext.LoadAsync<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.All)] T>(T keyObject, DynamoDBOperationConfig operationConfig, CancellationToken cancellationToken)
        => LoadAsync(keyObject, OperationSettings.ForLoad(operationConfig), cancellationToken);

    Task IDynamoDBContext.DeleteAsync<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.All)] T>(T value, DynamoDBOperationConfig operationConfig, CancellationToken cancellationToken)
        => DeleteAsync(value, OperationSettings.ForDelete(operationConfig), cancellationToken);

    Task IDynamoDBContext.DeleteAsync<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.All)] T>(object hashKey, DynamoDBOperationConfig operationConfig, CancellationToken cancellationToken)
        => DeleteAsync<T>(hashKey, OperationSettings.ForDelete(operationConfig), cancellationToken);

    Task IDynamoDBContext.DeleteAsync<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.All)] T>(object hashKey, object rangeKey, DynamoDBOperationConfig operationConfig, CancellationToken cancellationToken)
        => DeleteAsync<T>(hashKey, rangeKey, OperationSettings.ForDelete(operationConfig), cancellationToken);

    IAsyncSearch<T> IDynamoDBContext.ScanAsync<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.All)] T>(IEnumerable<ScanCondition> conditions, DynamoDBOperationConfig operationConfig)
        => ScanAsync<T>(conditions, OperationSettings.ForScan(operationConfig));

    IAsyncSearch<T> IDynamoDBContext.FromScanAsync<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.All)] T>(ScanOperationConfig scanConfig, DynamoDBOperationConfig operationConfig)
        => FromScanAsync<T>(scanConfig, OperationSettings.ForFromScan(operationConfig));

    IAsyncSearch<T> IDynamoDBContext.QueryAsync<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.All)] T>(object hashKeyValue, DynamoDBOperationConfig operationConfig)
        => QueryAsync<T>(hashKeyValue, OperationSettings.ForQuery(operationConfig));

    IAsyncSearch<T> IDynamoDBContext.QueryAsync<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.All)] T>(object hashKeyValue, QueryOperator op, IEnumerable<object> values, DynamoDBOperationConfig operationConfig)
        => QueryAsync<T>(hashKeyValue, op, values, OperationSettings.ForQuery(operationConfig));

    IAsyncSearch<T> IDynamoDBContext.FromQueryAsync<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.All)] T>(QueryOperationConfig queryConfig, DynamoDBOperationConfig operationConfig)
        => FromQueryAsync<T>(queryConfig, OperationSettings.ForFromQuery(operationConfig));

    Document IDynamoDBContext.ToDocument<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.All)] T>(T value, DynamoDBOperationConfig operationConfig)
        => ToDocument(value, OperationSettings.ForToDocument(operationConfig));

    T IDynamoDBContext.FromDocument<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.All)] T>(Document document, DynamoDBOperationConfig operationConfig)
        => FromDocument<T>(document, OperationSettings.ForFromDocument(operationConfig));

    IEnumerable<T> IDynamoDBContext.FromDocuments<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.All)] T>(IEnumerable<Document> documents, DynamoDBOperationConfig operationConfig)
        => FromDocuments<T>(documents, OperationSettings.ForFromDocument(operationConfig));

    IBatchGet<T> IDynamoDBContext.CreateBatchGet<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.All)] T>(DynamoDBOperationConfig operationConfig)
        => CreateBatchGet<T>(OperationSettings.ForBatchGet(operationConfig));

    IBatchWrite<T> IDynamoDBContext.CreateBatchWrite<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.All)] T>(DynamoDBOperationConfig operationConfig)
        => CreateBatchWrite<T>(OperationSettings.ForBatchWrite(operationConfig));

    IBatchWrite<object> IDynamoDBContext.CreateBatchWrite([DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.All)] Type valuesType, DynamoDBOperationConfig operationConfig)
        => CreateBatchWrite(valuesType, OperationSettings.ForBatchWrite(operationConfig));

    ITransactGet<T> IDynamoDBContext.CreateTransactGet<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.All)] T>(DynamoDBOperationConfig operationConfig)
        => CreateTransactGet<T>(OperationSettings.ForTransactGet(operationConfig));

    ITransactWrite<T> IDynamoDBContext.CreateTransactWrite<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.All)] T>(DynamoDBOperationConfig operationConfig)
        => CreateTransactWrite<T>(OperationSettings.ForTransactWrite(operationConfig));

    ITable IDynamoDBContext.GetTargetTable<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.All)] T>(DynamoDBOperationConfig operationConfig)
        => GetTargetTable<T>(OperationSettings.ForTargetTable(operationConfig));
}
