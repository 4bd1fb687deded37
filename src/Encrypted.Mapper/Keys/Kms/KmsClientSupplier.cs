using System.Collections.Concurrent;
using Amazon;
using Amazon.KeyManagementService;

namespace Encrypted.Mapper.Keys;

/// <summary>
/// Keeps one AWS KMS client for each Region, made when the Region is first used. Thread-safe.
/// </summary>
/// <remarks>Timeouts, retries and credentials are those of the clients: the AWS SDK's defaults unless you give clients of your own.</remarks>
public sealed class KmsClientSupplier : IKmsClientSupplier, IDisposable
{
    // More than there are: under discovery a key store's items name the Regions, and mustn't fill the memory with clients.
    private const int MaxRegions = 100;

    private readonly ConcurrentDictionary<string, IAmazonKeyManagementService> _clients = new(StringComparer.Ordinal);
    private readonly List<IAmazonKeyManagementService> _own = [];
    private readonly Func<string, IAmazonKeyManagementService>? _factory;
    private readonly IAmazonKeyManagementService? _client;
    private readonly string _clientRegion = "";
    private bool _disposed;

    /// <summary>Makes the clients by the AWS SDK's defaults (credentials, endpoint, retries), each for its Region. Dispose disposes them.</summary>
    public KmsClientSupplier()
    {
    }

    /// <summary>Gets the clients from a factory.</summary>
    /// <param name="factory">Makes the client of a Region, given by its system name (<c>eu-west-1</c>), or empty for a key that is named without one. It is called once for a Region, and again if it failed. Its clients are kept and not disposed.</param>
    public KmsClientSupplier(Func<string, IAmazonKeyManagementService> factory)
    {
        ArgumentNullException.ThrowIfNull(factory);
        _factory = factory;
    }

    /// <summary>
    /// Uses a client that exists, such as the container's, for its own Region and for keys that are named without one. One with a
    /// <c>ServiceURL</c> and neither Region nor <c>AuthenticationRegion</c> serves all Regions. Clients of other Regions are made by the AWS SDK's defaults.
    /// </summary>
    /// <param name="client">The client. It isn't disposed.</param>
    public KmsClientSupplier(IAmazonKeyManagementService client)
    {
        ArgumentNullException.ThrowIfNull(client);
        _client = client;
        _clientRegion = RegionOf(client);
    }

    /// <inheritdoc/>
    /// <exception cref="ModelConfigurationException">The factory gave no client, or clients of 100 Regions were asked for already.</exception>
    /// <exception cref="ObjectDisposedException">The supplier was disposed.</exception>
    public IAmazonKeyManagementService GetClient(string region)
    {
        ArgumentNullException.ThrowIfNull(region);
        ObjectDisposedException.ThrowIf(Volatile.Read(ref _disposed), this);
        return _clients.TryGetValue(region, out var client) ? client : Add(region);
    }

    /// <summary>Disposes the clients that the supplier made itself.</summary>
    public void Dispose()
    {
        lock (_own)
        {
            Volatile.Write(ref _disposed, true);
            foreach (var client in _own)
            {
                client.Dispose();
            }

            _own.Clear();
            _clients.Clear();
        }
    }

    /// <summary>The Region that a client's calls go to or are signed for; empty if it can't be told.</summary>
    internal static string RegionOf(IAmazonKeyManagementService client)
        => client.Config is not { } config ? "" : config.RegionEndpoint?.SystemName ?? config.AuthenticationRegion ?? "";

    private IAmazonKeyManagementService Add(string region)
    {
        lock (_own)
        {
            ObjectDisposedException.ThrowIf(_disposed, this);
            if (!_clients.TryGetValue(region, out var client))
            {
                if (_clients.Count >= MaxRegions)
                {
                    throw KmsErrors.TooManyRegions(MaxRegions);
                }

                client = Create(region);
                _clients[region] = client;
            }

            return client;
        }
    }

    private IAmazonKeyManagementService Create(string region)
    {
        if (_factory is not null)
        {
            return _factory(region) ?? throw KmsErrors.NoClient(region);
        }

        if (_client is not null && Serves(region))
        {
            return _client;
        }

        var client = region.Length == 0 ? new AmazonKeyManagementServiceClient() : new AmazonKeyManagementServiceClient(RegionEndpoint.GetBySystemName(region));
        _own.Add(client);
        return client;
    }

    private bool Serves(string region)
        => region.Length == 0
        || string.Equals(region, _clientRegion, StringComparison.Ordinal)
        || (_clientRegion.Length == 0 && !string.IsNullOrEmpty(_client!.Config?.ServiceURL));
}
