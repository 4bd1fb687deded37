using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.DataModel;
using Encrypted.Mapper.Context;
using Encrypted.Mapper.Context.Batches;
using Encrypted.Mapper.Context.Saving;
using Encrypted.Mapper.Model;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Encrypted.Mapper;

/// <summary>
/// An <see cref="IDynamoDBContext"/> that encrypts and signs encrypted entities on the client before they are sent, and
/// verifies and decrypts them when they are read. Types without protection attributes go to a stock context, unless
/// their table is protected. Thread-safe; one instance serves a whole application.
/// </summary>
/// <remarks>
/// An entity is saved whole: a property that is null is an attribute that is absent. The request is a <c>PutItem</c>, or for
/// an entity with unprotected properties or extension data a conditional <c>UpdateItem</c>; docs/saving.md says more. Members
/// that can't be had for encrypted entities throw <see cref="NotSupportedException"/>; docs/limitations.md lists them.
/// </remarks>
public sealed partial class EncryptedDynamoContext : IDynamoDBContext
{
    private readonly IAmazonDynamoDB _client;
    private readonly ContextSettings _settings;
    private readonly ConversionRules _conversions;
    private readonly EntityTypes _types;
    private readonly ProtectedTables _tables;
    private readonly StockContext _stock;
    private readonly ConditionalWrites _writes;
    private readonly OpenedKeys _keys;
    private readonly BatchReader _batchReader;
    private readonly BatchWriter _batchWriter;
    private readonly ILogger _logger;
    private bool _disposed;

    internal EncryptedDynamoContext(IAmazonDynamoDB client, OpenedKeys keys, ContextSettings settings, ILoggerFactory? loggers)
    {
        EncryptingClient.Refuse(client);
        _client = client;
        _settings = settings;
        _logger = (ILogger?)loggers?.CreateLogger<EncryptedDynamoContext>() ?? NullLogger.Instance;
        _conversions = new ConversionRules(settings.Config);
        _types = new EntityTypes(settings.Registry);
        _tables = new ProtectedTables(settings, keys, _logger);
        _writes = new ConditionalWrites(client);
        _stock = new StockContext(client, settings, _types, _tables, _logger);
        _keys = keys;
        var pacing = new BatchPacing(settings.Time, _logger);
        _batchReader = new BatchReader(client, pacing, _logger);
        _batchWriter = new BatchWriter(client, pacing, _logger);
        _tables.Validate();
    }

    /// <summary>Creates a context without a service container.</summary>
    /// <param name="client">The client that requests are sent with. It stays the caller's, who disposes it after the context.</param>
    /// <param name="configure">Names the key, and whatever else differs from the defaults.</param>
    /// <param name="loggers">Where the context logs; by default it doesn't.</param>
    /// <returns>A context that the caller disposes.</returns>
    /// <exception cref="ModelConfigurationException">No key is named, or a local key beside others, or two replicas of one key, <c>UseClient</c> was called, the client already encrypts, or the entities of a table contradict each other.</exception>
    public static EncryptedDynamoContext Create(IAmazonDynamoDB client, Action<EncryptedDynamoBuilder> configure, ILoggerFactory? loggers = null)
    {
        ArgumentNullException.ThrowIfNull(client);
        ArgumentNullException.ThrowIfNull(configure);
        return EncryptedDynamoBuilder.Build(client, configure, loggers);
    }

    /// <summary>Releases what the context created itself: signing pairs, a keyring from a key that it was given, and the stock context. The client is left alone.</summary>
    public void Dispose()
    {
        if (_disposed)
        {
            return;
        }

        _disposed = true;
        _stock.Dispose();
        _tables.Dispose();
        _keys.Dispose();
    }

    internal void Validate() => _tables.Validate();

    private EntityTable TableOf(EntityModel model, BaseOperationConfig? config)
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        return _tables.Get(model, config?.OverrideTableName, config?.TableNamePrefix);
    }
}
