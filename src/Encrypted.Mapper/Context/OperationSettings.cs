using System.Diagnostics.CodeAnalysis;
using Amazon.DynamoDBv2.DataModel;

namespace Encrypted.Mapper.Context;

/// <summary>Maps the obsolete settings of all operations to those of one operation.</summary>
internal static class OperationSettings
{
    [return: NotNullIfNotNull(nameof(old))]
    public static SaveConfig? ForSave(DynamoDBOperationConfig? old)
        => old is null ? null : Common(old, new SaveConfig
        {
            SkipVersionCheck = old.SkipVersionCheck,
            IgnoreNullValues = old.IgnoreNullValues,
            ConditionalExpression = old.Expression,
        });

    [return: NotNullIfNotNull(nameof(old))]
    public static LoadConfig? ForLoad(DynamoDBOperationConfig? old)
        => old is null ? null : Common(old, new LoadConfig
        {
            ConsistentRead = old.ConsistentRead,
            RetrieveDateTimeInUtc = old.RetrieveDateTimeInUtc,
        });

    [return: NotNullIfNotNull(nameof(old))]
    public static DeleteConfig? ForDelete(DynamoDBOperationConfig? old)
        => old is null ? null : Common(old, new DeleteConfig
        {
            SkipVersionCheck = old.SkipVersionCheck,
        });

    [return: NotNullIfNotNull(nameof(old))]
    public static QueryConfig? ForQuery(DynamoDBOperationConfig? old)
        => old is null ? null : Common(old, new QueryConfig
        {
            BackwardQuery = old.BackwardQuery,
            IndexName = old.IndexName,
            ConditionalOperator = old.ConditionalOperator,
            QueryFilter = old.QueryFilter,
            Expression = old.Expression,
            ConsistentRead = old.ConsistentRead,
            RetrieveDateTimeInUtc = old.RetrieveDateTimeInUtc,
        });

    [return: NotNullIfNotNull(nameof(old))]
    public static ScanConfig? ForScan(DynamoDBOperationConfig? old)
        => old is null ? null : Common(old, new ScanConfig
        {
            IndexName = old.IndexName,
            ConditionalOperator = old.ConditionalOperator,
            QueryFilter = old.QueryFilter,
            ConsistentRead = old.ConsistentRead,
            RetrieveDateTimeInUtc = old.RetrieveDateTimeInUtc,
        });

    [return: NotNullIfNotNull(nameof(old))]
    public static FromQueryConfig? ForFromQuery(DynamoDBOperationConfig? old)
        => old is null ? null : Common(old, new FromQueryConfig
        {
            RetrieveDateTimeInUtc = old.RetrieveDateTimeInUtc,
        });

    [return: NotNullIfNotNull(nameof(old))]
    public static FromScanConfig? ForFromScan(DynamoDBOperationConfig? old)
        => old is null ? null : Common(old, new FromScanConfig
        {
            RetrieveDateTimeInUtc = old.RetrieveDateTimeInUtc,
        });

    [return: NotNullIfNotNull(nameof(old))]
    public static ToDocumentConfig? ForToDocument(DynamoDBOperationConfig? old)
        => old is null ? null : Common(old, new ToDocumentConfig
        {
            IgnoreNullValues = old.IgnoreNullValues,
        });

    [return: NotNullIfNotNull(nameof(old))]
    public static FromDocumentConfig? ForFromDocument(DynamoDBOperationConfig? old)
        => old is null ? null : Common(old, new FromDocumentConfig
        {
            RetrieveDateTimeInUtc = old.RetrieveDateTimeInUtc,
        });

    [return: NotNullIfNotNull(nameof(old))]
    public static BatchGetConfig? ForBatchGet(DynamoDBOperationConfig? old)
        => old is null ? null : Common(old, new BatchGetConfig
        {
            ConsistentRead = old.ConsistentRead,
            RetrieveDateTimeInUtc = old.RetrieveDateTimeInUtc,
        });

    [return: NotNullIfNotNull(nameof(old))]
    public static BatchWriteConfig? ForBatchWrite(DynamoDBOperationConfig? old)
        => old is null ? null : Common(old, new BatchWriteConfig
        {
            SkipVersionCheck = old.SkipVersionCheck,
            IgnoreNullValues = old.IgnoreNullValues,
        });

    [return: NotNullIfNotNull(nameof(old))]
    public static TransactGetConfig? ForTransactGet(DynamoDBOperationConfig? old)
        => old is null ? null : Common(old, new TransactGetConfig
        {
            RetrieveDateTimeInUtc = old.RetrieveDateTimeInUtc,
            ReturnConsumedCapacity = old.ReturnConsumedCapacity,
        });

    [return: NotNullIfNotNull(nameof(old))]
    public static TransactWriteConfig? ForTransactWrite(DynamoDBOperationConfig? old)
        => old is null ? null : Common(old, new TransactWriteConfig
        {
            IgnoreNullValues = old.IgnoreNullValues,
            SkipVersionCheck = old.SkipVersionCheck,
            ReturnConsumedCapacity = old.ReturnConsumedCapacity,
        });

    [return: NotNullIfNotNull(nameof(old))]
    public static GetTargetTableConfig? ForTargetTable(DynamoDBOperationConfig? old)
        => old is null ? null : Common(old, new GetTargetTableConfig());

    private static TConfig Common<TConfig>(DynamoDBOperationConfig old, TConfig config)
        where TConfig : BaseOperationConfig
    {
        config.OverrideTableName = old.OverrideTableName;
        config.TableNamePrefix = old.TableNamePrefix;
        config.Conversion = old.Conversion;
        config.IsEmptyStringValueEnabled = old.IsEmptyStringValueEnabled;
        return config;
    }
}
