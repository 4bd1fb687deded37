using Amazon.DynamoDBv2;
using Encrypted.Mapper.Keys;
using Microsoft.Extensions.Logging;

namespace Encrypted.Mapper.Context;

/// <summary>What the keys of one context are opened with. Disposes the KMS clients that it made itself.</summary>
internal sealed class KeyServices(IServiceProvider services, IAmazonDynamoDB client, KeySettings settings, ILoggerFactory? loggers) : IDisposable
{
    private IKmsClientSupplier? _kmsClients;
    private ContainerKmsClients? _ownedClients;

    public IServiceProvider Services => services;

    public IReadOnlyList<string> GrantTokens => settings.GrantTokens;

    /// <summary>Made when the first key needs it: a context without KMS keys needs no Region and no credentials for KMS.</summary>
    public IKmsClientSupplier KmsClients => _kmsClients ??= settings.KmsClients is { } supply ? supply(services) : _ownedClients = new ContainerKmsClients(services);

    /// <summary>The key store of a configuration, read with the context's own client.</summary>
    public BranchKeyStore Open(BranchKeyStoreConfiguration configuration) => new(WithGrantTokens(configuration), client, KmsClients);

    /// <exception cref="ModelConfigurationException">The key store takes whatever KMS key its items name.</exception>
    public BranchKeyCache Cache(BranchKeyStore store)
    {
        BranchKeyStoreKms.RequireFixedKey(store.Configuration);
        return new(store, settings.BranchKeyCache, loggers);
    }

    public void Dispose() => _ownedClients?.Dispose();

    private BranchKeyStoreConfiguration WithGrantTokens(BranchKeyStoreConfiguration configuration)
        => settings.GrantTokens.Count == 0 ? configuration : new()
        {
            TableName = configuration.TableName,
            LogicalName = configuration.LogicalName,
            Kms = configuration.Kms,
            GrantTokens = [.. settings.GrantTokens.Union(configuration.GrantTokens ?? [], StringComparer.Ordinal)],
        };
}
