using System.Collections.Concurrent;
using System.Reflection;
using Amazon.DynamoDBv2;

namespace Encrypted.Mapper.Integration.Tests.Support;

/// <summary>Passes every call to a real client and keeps the requests; a test may answer a call itself.</summary>
public class RecordingDynamoDB : DispatchProxy
{
    private IAmazonDynamoDB _inner = null!;

    public ConcurrentQueue<object> Requests { get; } = new();

    /// <summary>Answers a request instead of the service; <see langword="null"/> passes it on.</summary>
    public Func<object, object?>? Answer { get; set; }

    public static (IAmazonDynamoDB Client, RecordingDynamoDB Recording) Over(IAmazonDynamoDB inner)
    {
        var client = Create<IAmazonDynamoDB, RecordingDynamoDB>();
        var recording = (RecordingDynamoDB)(object)client;
        recording._inner = inner;
        return (client, recording);
    }

    protected override object? Invoke(MethodInfo? targetMethod, object?[]? args)
    {
        if (args is [{ } request, ..] && targetMethod!.Name.EndsWith("Async", StringComparison.Ordinal))
        {
            Requests.Enqueue(request);
            if (Answer?.Invoke(request) is { } answer)
            {
                return answer;
            }
        }

        return targetMethod!.Invoke(_inner, args);
    }
}
