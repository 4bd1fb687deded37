using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;

/// <summary>Enough of DynamoDB for one item a table: it keeps what it is given, gives it back, and prints each request.</summary>
internal sealed class TableInMemory : IDisposable
{
    private readonly HttpListener _listener = new();
    private readonly Dictionary<string, string> _items = [];

    public TableInMemory()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        Address = $"http://127.0.0.1:{((IPEndPoint)probe.LocalEndpoint).Port}/";
        probe.Stop();
        _listener.Prefixes.Add(Address);
        _listener.Start();
        _ = ServeAsync();
    }

    public string Address { get; }

    public void Dispose() => _listener.Close();

    private async Task ServeAsync()
    {
        while (_listener.IsListening)
        {
            var exchange = await _listener.GetContextAsync();
            using var reader = new StreamReader(exchange.Request.InputStream, Encoding.UTF8);
            var body = await reader.ReadToEndAsync();
            var target = exchange.Request.Headers["X-Amz-Target"]!;
            Console.WriteLine($"{target} {body}");
            var answer = Encoding.UTF8.GetBytes(Answer(target, JsonDocument.Parse(body).RootElement));
            exchange.Response.ContentType = "application/x-amz-json-1.0";
            await exchange.Response.OutputStream.WriteAsync(answer);
            exchange.Response.Close();
        }
    }

    private string Answer(string target, JsonElement request)
    {
        var table = request.GetProperty("TableName").GetString()!;
        switch (target)
        {
            case "DynamoDB_20120810.PutItem":
                _items[table] = request.GetProperty("Item").GetRawText();
                return "{}";
            case "DynamoDB_20120810.GetItem":
                return $$"""{"Item":{{_items[table]}}}""";
            default:
                throw new NotSupportedException(target);
        }
    }
}
