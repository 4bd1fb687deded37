using Microsoft.Extensions.Hosting;

namespace Encrypted.Mapper.Testing.Kms;

/// <summary>The default lifetime would take Ctrl+C from the program that the server runs in.</summary>
internal sealed class NoLifetime : IHostLifetime
{
    public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
