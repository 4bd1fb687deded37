using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.DataModel;
using Encrypted.Mapper.Telemetry;
using Microsoft.Extensions.Logging;

namespace Encrypted.Mapper.Context;

/// <summary>The stock context behind the encrypting one, for types and tables that are not protected.</summary>
internal sealed class StockContext(IAmazonDynamoDB client, ContextSettings settings, EntityTypes types, ProtectedTables tables, ILogger logger) : IDisposable
{
    private readonly Lazy<DynamoDBContext> _inner = new(() => Build(client, settings.Config));

    private string? RefusingSetting => settings.EncryptedOnly ? "EncryptedOnly" : settings.RequireProtection ? "RequireProtection" : null;

    /// <summary>The stock context for operations on a plain type, after all that speaks against it was checked.</summary>
    public IDynamoDBContext For(Type plainType, BaseOperationConfig? config, object? value = null)
        => For(plainType, config?.OverrideTableName, config?.TableNamePrefix, value);

    public IDynamoDBContext For(Type plainType, string? overrideName, string? prefix, object? value = null)
    {
        var name = Check(plainType, overrideName, prefix, value);
        ContextLog.StockFallback(logger, plainType.Name, name);
        return _inner.Value;
    }

    /// <summary>Refuses a plain type, or a value of it, that the stock context must not get.</summary>
    /// <returns>The resolved table name.</returns>
    public string Check(Type plainType, string? overrideName, string? prefix, object? value = null)
    {
        types.RefuseTaggedValue(plainType, value);
        if (RefusingSetting is { } setting)
        {
            throw ContextErrors.PlainTypeRefused(plainType.Name, setting);
        }

        var annotated = StockTableNames.Of(plainType);
        var name = tables.ResolvedName(annotated, overrideName, prefix);
        return !tables.IsProtected(name) && !tables.IsProtected(string.IsNullOrEmpty(overrideName) ? annotated : overrideName)
            ? name
            : throw ContextErrors.PlainTypeOnProtectedTable(plainType.Name, name);
    }

    /// <summary>The stock context for what concerns a table and no type.</summary>
    public IDynamoDBContext ForTable(string name)
    {
        if (RefusingSetting is not null || tables.IsProtected(name))
        {
            throw ContextErrors.PlainAccess(name);
        }

        return _inner.Value;
    }

    /// <summary>The stock context for parts that it made itself.</summary>
    public IDynamoDBContext ForStockParts()
        => RefusingSetting is { } setting ? throw ContextErrors.PlainPartsRefused(setting) : _inner.Value;

    public void Dispose()
    {
        // The stock context doesn't own the client, so that disposing it leaves the client alone.
        if (_inner.IsValueCreated)
        {
            _inner.Value.Dispose();
        }
    }

    private static DynamoDBContext Build(IAmazonDynamoDB client, DynamoDBContextConfig config)
        => new DynamoDBContextBuilder()
            .WithDynamoDBClient(() => client)
            .ConfigureContext(target => Copy(config, target))
            .Build();

    private static void Copy(DynamoDBContextConfig source, DynamoDBContextConfig target)
    {
        target.ConsistentRead = source.ConsistentRead;
        target.SkipVersionCheck = source.SkipVersionCheck;
        target.TableNamePrefix = source.TableNamePrefix;
        target.MetadataCachingMode = source.MetadataCachingMode;
        target.IgnoreNullValues = source.IgnoreNullValues;
        target.IsEmptyStringValueEnabled = source.IsEmptyStringValueEnabled;
        target.Conversion = source.Conversion;
        target.RetrieveDateTimeInUtc = source.RetrieveDateTimeInUtc;
        target.DerivedTypeAttributeName = source.DerivedTypeAttributeName;
    }
}
