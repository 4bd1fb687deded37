using System.Net;
using System.Net.Sockets;

namespace Encrypted.Mapper.KeyManagement.Tests.Support;

/// <summary>A server that takes every connection and never answers.</summary>
internal sealed class SilentServer : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);

    public SilentServer()
    {
        _listener.Start();
        Address = $"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}";
    }

    public string Address { get; }

    /// <summary>Waits until somebody asks. The connection stays open as long as it isn't disposed.</summary>
    public Task<TcpClient> AskedAsync() => _listener.AcceptTcpClientAsync(TestContext.Current.CancellationToken).AsTask();

    public void Dispose() => _listener.Stop();
}
