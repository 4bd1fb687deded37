using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using Amazon.Runtime;

namespace Encrypted.Mapper.Testing.Tests.Guide;

/// <summary>A table in DynamoDB Local, anew for each test.</summary>
public sealed class PatientTable : IAsyncLifetime
{
    public AmazonDynamoDBClient Client { get; } = new(
        new BasicAWSCredentials("local", "local"),
        new AmazonDynamoDBConfig
        {
            ServiceURL = Environment.GetEnvironmentVariable("DYNAMODB_ENDPOINT") ?? throw new InvalidOperationException("These tests need DynamoDB Local: run ./dev test, or set DYNAMODB_ENDPOINT."),
        });

    public string Prefix { get; } = $"guide-{Guid.NewGuid():N}-";

    public string Name => $"{Prefix}Patients";

    public async ValueTask InitializeAsync()
    {
        await Client.CreateTableAsync(new CreateTableRequest
        {
            TableName = Name,
            BillingMode = BillingMode.PAY_PER_REQUEST,
            KeySchema = [new("Id", KeyType.HASH)],
            AttributeDefinitions = [new("Id", ScalarAttributeType.S)],
        });
    }

    public async ValueTask DisposeAsync()
    {
        await Client.DeleteTableAsync(Name);
        Client.Dispose();
    }
}
