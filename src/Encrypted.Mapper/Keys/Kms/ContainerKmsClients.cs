using System.Collections.Concurrent;
using Amazon.KeyManagementService;
using Microsoft.Extensions.DependencyInjection;

namespace Encrypted.Mapper.Keys;

/// <summary>
/// The AWS KMS clients of a service container: the one registered under the Region's name, else the one registered without a key
/// for the Regions that it serves. Other Regions get clients by the AWS SDK's defaults, which are disposed with this.
/// </summary>
internal sealed class ContainerKmsClients : IKmsClientSupplier, IDisposable
{
    private readonly ConcurrentDictionary<string, IAmazonKeyManagementService> _registered = new(StringComparer.Ordinal);
    private readonly IKeyedServiceProvider? _services;
    private readonly KmsClientSupplier _others;

    public ContainerKmsClients(IServiceProvider services)
    {
        _services = services as IKeyedServiceProvider;
        _others = services.GetService<IAmazonKeyManagementService>() is { } client ? new(client) : new();
    }

    public IAmazonKeyManagementService GetClient(string region)
        => _registered.TryGetValue(region, out var client) ? client : Find(region);

    public void Dispose() => _others.Dispose();

    private IAmazonKeyManagementService Find(string region)
        => region.Length > 0 && _services?.GetKeyedService<IAmazonKeyManagementService>(region) is { } registered
            ? _registered.GetOrAdd(region, registered)
            : _others.GetClient(region);
}
