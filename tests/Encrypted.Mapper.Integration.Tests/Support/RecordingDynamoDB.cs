using System.Collections.Concurrent;
using Amazon.DynamoDBv2;
using Amazon.Runtime;
using Amazon.Runtime.Internal;

namespace Encrypted.Mapper.Integration.Tests.Support;

/// <summary>A real client that keeps the requests before it sends them; a test may answer one itself.</summary>
internal sealed class RecordingDynamoDB : AmazonDynamoDBClient
{
    // Set before the base constructor asks for the pipeline.
    private readonly Recorder _recorder = new();

    private RecordingDynamoDB(AmazonDynamoDBConfig config)
        : base(new BasicAWSCredentials("local", "local"), config)
    {
    }

    public ConcurrentQueue<object> Requests => _recorder.Requests;

    /// <summary>Answers a request instead of the service, or throws; <see langword="null"/> sends it.</summary>
    public Func<object, AmazonWebServiceResponse?>? Answer
    {
        get => _recorder.Answer;
        set => _recorder.Answer = value;
    }

    /// <summary>A client with the endpoint of another one.</summary>
    public static (IAmazonDynamoDB Client, RecordingDynamoDB Recording) Over(AmazonDynamoDBClient inner)
    {
        var client = new RecordingDynamoDB((AmazonDynamoDBConfig)inner.Config);
        return (client, client);
    }

    protected override void CustomizeRuntimePipeline(RuntimePipeline pipeline)
    {
        base.CustomizeRuntimePipeline(pipeline);
        pipeline.AddHandler(_recorder);
    }

    private sealed class Recorder : PipelineHandler
    {
        public ConcurrentQueue<object> Requests { get; } = new();

        public Func<object, AmazonWebServiceResponse?>? Answer { get; set; }

        public override async Task<T> InvokeAsync<T>(IExecutionContext executionContext)
        {
            var request = executionContext.RequestContext.OriginalRequest;
            Requests.Enqueue(request);
            return Answer?.Invoke(request) is T answer ? answer : await base.InvokeAsync<T>(executionContext);
        }
    }
}
