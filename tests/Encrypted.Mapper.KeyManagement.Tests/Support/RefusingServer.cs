using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Encrypted.Mapper.KeyManagement.Tests.Support;

/// <summary>A server that answers every request of DynamoDB's protocol with one error.</summary>
internal sealed class RefusingServer : IDisposable
{
    private readonly HttpListener _listener = new();
    private readonly string _code;
    private readonly int _status;
    private int _requests;

    public RefusingServer(string code, int status)
    {
        (_code, _status) = (code, status);
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        Address = $"http://127.0.0.1:{((IPEndPoint)probe.LocalEndpoint).Port}/";
        probe.Stop();
        _listener.Prefixes.Add(Address);
        _listener.Start();
        _ = ServeAsync();
    }

    public string Address { get; }

    public int Requests => Volatile.Read(ref _requests);

    public void Dispose() => _listener.Close();

    private async Task ServeAsync()
    {
        while (_listener.IsListening)
        {
            var exchange = await _listener.GetContextAsync();
            Interlocked.Increment(ref _requests);
            exchange.Response.StatusCode = _status;
            exchange.Response.ContentType = "application/x-amz-json-1.0";
            await exchange.Response.OutputStream.WriteAsync(Encoding.UTF8.GetBytes($$"""{"__type":"com.amazonaws.dynamodb.v20120810#{{_code}}","message":"It is refused."}"""));
            exchange.Response.Close();
        }
    }
}
