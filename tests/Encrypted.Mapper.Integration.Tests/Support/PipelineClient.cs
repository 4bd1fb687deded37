using Amazon.DynamoDBv2;
using Amazon.Runtime;
using Amazon.Runtime.Internal;

namespace Encrypted.Mapper.Integration.Tests.Support;

/// <summary>A client of DynamoDB Local with a step of the test's own in front of the SDK's pipeline.</summary>
internal sealed class PipelineClient() : AmazonDynamoDBClient(new BasicAWSCredentials("local", "local"), LocalDynamo.Configuration())
{
    private readonly Step _step = new();

    /// <summary>Gets each request and what sends it on, and gives the response.</summary>
    public Func<AmazonWebServiceRequest, CancellationToken, Func<Task<AmazonWebServiceResponse>>, Task<AmazonWebServiceResponse>>? Around
    {
        get => _step.Around;
        set => _step.Around = value;
    }

    protected override void CustomizeRuntimePipeline(RuntimePipeline pipeline)
    {
        base.CustomizeRuntimePipeline(pipeline);
        pipeline.AddHandlerBefore<Marshaller>(_step);
    }

    private sealed class Step : PipelineHandler
    {
        public Func<AmazonWebServiceRequest, CancellationToken, Func<Task<AmazonWebServiceResponse>>, Task<AmazonWebServiceResponse>>? Around { get; set; }

        public override async Task<T> InvokeAsync<T>(IExecutionContext executionContext)
            => Around is null
                ? await base.InvokeAsync<T>(executionContext)
                : (T)(object)await Around(
                    executionContext.RequestContext.OriginalRequest,
                    executionContext.RequestContext.CancellationToken,
                    async () => (AmazonWebServiceResponse)(object)await base.InvokeAsync<T>(executionContext));
    }
}
