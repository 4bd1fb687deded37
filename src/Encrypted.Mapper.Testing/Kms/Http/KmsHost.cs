using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;

namespace Encrypted.Mapper.Testing.Kms;

/// <summary>Kestrel on one port of 127.0.0.1. It takes nothing from the surrounding program: no configuration, no logging, no signals.</summary>
internal sealed class KmsHost : IAsyncDisposable
{
    // Calls that are under way get this long to end before their connections are cut.
    private static readonly TimeSpan s_grace = TimeSpan.FromMilliseconds(100);

    private readonly WebApplication _application;

    private KmsHost(WebApplication application, Uri endpoint)
    {
        _application = application;
        Endpoint = endpoint;
    }

    public Uri Endpoint { get; }

    public static async Task<KmsHost> StartAsync(int port, KmsEndpoint endpoint, CancellationToken cancellationToken)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Listen(IPAddress.Loopback, port);
        });
        builder.Services.AddSingleton<Microsoft.Extensions.Hosting.IHostLifetime, NoLifetime>();
        builder.Services.Configure<Microsoft.Extensions.Hosting.HostOptions>(host => host.ShutdownTimeout = s_grace);
        var application = builder.Build();
        try
        {
            application.Run(endpoint.HandleAsync);
            await application.StartAsync(cancellationToken).ConfigureAwait(false);
            var address = application.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();
            return new(application, new Uri(address));
        }
        catch
        {
            await application.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        try
        {
            await _application.StopAsync().ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            // The grace was over: the connections are cut, which is what was asked for.
        }

        await _application.DisposeAsync().ConfigureAwait(false);
    }
}
