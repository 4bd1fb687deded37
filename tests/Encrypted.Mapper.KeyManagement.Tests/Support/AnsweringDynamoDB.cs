using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using Amazon.Runtime;
using Amazon.Runtime.Internal;

namespace Encrypted.Mapper.KeyManagement.Tests.Support;

/// <summary>A real client to which an endpoint that isn't to be trusted answers every read with one item.</summary>
internal sealed class AnsweringDynamoDB(Dictionary<string, AttributeValue> item)
    : AmazonDynamoDBClient(new BasicAWSCredentials("local", "local"), new AmazonDynamoDBConfig { ServiceURL = "http://127.0.0.1:1" })
{
    protected override void CustomizeRuntimePipeline(RuntimePipeline pipeline)
    {
        base.CustomizeRuntimePipeline(pipeline);
        pipeline.AddHandler(new Answer(item));
    }

    private sealed class Answer(Dictionary<string, AttributeValue> item) : PipelineHandler
    {
        public override Task<T> InvokeAsync<T>(IExecutionContext executionContext)
            => Task.FromResult((T)(object)new GetItemResponse { Item = item });
    }
}
