using Amazon.DynamoDBv2;
using Amazon.Runtime;

namespace Encrypted.Mapper.Integration.Tests.Support;

/// <summary>Connects to the DynamoDB Local that <c>./dev test</c> starts.</summary>
internal static class LocalDynamo
{
    private const string EndpointVariable = "DYNAMODB_ENDPOINT";

    public static AmazonDynamoDBClient Connect(HttpClientFactory? http = null) => new(new BasicAWSCredentials("local", "local"), Configuration(http));

    public static AmazonDynamoDBConfig Configuration(HttpClientFactory? http = null) => new()
    {
        HttpClientFactory = http,
        ServiceURL = Environment.GetEnvironmentVariable(EndpointVariable) is { Length: > 0 } endpoint
            ? endpoint
            : throw new InvalidOperationException($"These tests need DynamoDB Local: run ./dev test, or set {EndpointVariable}."),
        AuthenticationRegion = "eu-west-1",
    };
}
