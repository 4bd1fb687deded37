using System.Net;
using System.Net.Sockets;
using System.Text;
using Amazon.DynamoDBv2;
using Amazon.Runtime;

namespace Encrypted.Mapper.KeyManagement.Tests.Support;

/// <summary>A server that answers every call of DynamoDB with one error, or with none at all.</summary>
internal sealed class RefusingDynamoDB : IDisposable
{
    private const string Namespace = "com.amazonaws.dynamodb.v20120810#";

    private readonly HttpListener _listener = new();
    private readonly TaskCompletionSource _reached = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly int _status;
    private readonly string? _answer;
    private bool _present = true;

    private RefusingDynamoDB(int status, string? answer)
    {
        (_status, _answer) = (status, answer);
        Address = $"http://127.0.0.1:{FreePort()}/";
        _listener.Prefixes.Add(Address);
        _listener.Start();
        Client = new(
            new BasicAWSCredentials("local", "local"),
            new AmazonDynamoDBConfig { ServiceURL = Address, AuthenticationRegion = "eu-west-1", MaxErrorRetry = 0 });
        _ = ServeAsync();
    }

    public string Address { get; }

    public AmazonDynamoDBClient Client { get; }

    /// <summary>Ends when the first call has come.</summary>
    public Task Reached => _reached.Task;

    /// <summary>Answers with an error.</summary>
    /// <param name="code">Its code.</param>
    /// <param name="status">Its status.</param>
    /// <param name="present">Whether there may be a table: otherwise its description is that there is none.</param>
    public static RefusingDynamoDB With(string code, int status = 400, bool present = true) => new(status, Fault(code)) { _present = present };

    /// <summary>Cancels every transaction for the reasons, one for each of its items.</summary>
    public static RefusingDynamoDB CancellingTransactions(params string[] reasons)
    {
        var list = string.Join(',', reasons.Select(reason => $$"""{"Code":"{{reason}}"}"""));
        return new(400, $$"""{"__type":"{{Namespace}}TransactionCanceledException","CancellationReasons":[{{list}}],"Message":"A fault that was asked for."}""");
    }

    public static RefusingDynamoDB Silent() => new(0, null);

    public void Dispose()
    {
        Client.Dispose();
        _listener.Close();
    }

    private static string Fault(string code) => $$"""{"__type":"{{Namespace}}{{code}}","message":"A fault that was asked for."}""";

    private static int FreePort()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }

    private async Task ServeAsync()
    {
        try
        {
            while (true)
            {
                var exchange = await _listener.GetContextAsync();
                _reached.TrySetResult();
                if (_answer is not null)
                {
                    exchange.Response.StatusCode = _status;
                    exchange.Response.ContentType = "application/x-amz-json-1.0";
                    var isAbsence = !_present && exchange.Request.Headers["X-Amz-Target"] == "DynamoDB_20120810.DescribeTable";
                    exchange.Response.Close(Encoding.UTF8.GetBytes(isAbsence ? Fault("ResourceNotFoundException") : _answer), willBlock: false);
                }
            }
        }
        catch (Exception error) when (error is HttpListenerException or ObjectDisposedException)
        {
            // The test is over.
        }
    }
}
