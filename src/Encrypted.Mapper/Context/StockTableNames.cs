using System.Reflection;
using Amazon;
using Amazon.DynamoDBv2.DataModel;

namespace Encrypted.Mapper.Context;

/// <summary>The table names that the stock context derives from types, with the process-wide aliases and type mappings of the SDK's configuration.</summary>
internal static class StockTableNames
{
    public static string Alias(string tableName)
        => AWSConfigsDynamoDB.Context.TableAliases.TryGetValue(tableName, out var alias) ? alias : tableName;

    public static string Of(Type type)
    {
        var annotated = type.GetCustomAttribute<DynamoDBTableAttribute>(inherit: true)?.TableName;
        var name = Alias(annotated ?? type.Name);
        return AWSConfigsDynamoDB.Context.TypeMappings.TryGetValue(type, out var mapping) ? Alias(mapping.TargetTable ?? name) : name;
    }
}
