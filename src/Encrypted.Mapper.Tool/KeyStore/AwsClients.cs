using Amazon;
using Amazon.DynamoDBv2;
using Amazon.KeyManagementService;
using Amazon.Runtime;
using Amazon.Runtime.Credentials;
using Encrypted.Mapper.Keys;

namespace Encrypted.Mapper.Tool.KeyStore;

/// <summary>The clients of DynamoDB and KMS, with credentials by the AWS SDK's default chain.</summary>
internal sealed class AwsClients : IDisposable
{
    private const int MaxRetries = 4;
    private const int ArnParts = 6;
    private const int RegionPart = 3;

    private readonly List<IDisposable> _owned = [];
    private readonly AwsEndpoints _endpoints;
    private readonly AWSCredentials _credentials;

    private AwsClients(AwsEndpoints endpoints, AWSCredentials credentials)
    {
        (_endpoints, _credentials) = (endpoints, credentials);
        Kms = new KmsClientSupplier(CreateKms);
    }

    public KmsClientSupplier Kms { get; }

    /// <summary>Finds the credentials, so that having none is told apart from a service that can't be reached.</summary>
    /// <exception cref="KeyStoreCommandException">There are none.</exception>
    public static async Task<AwsClients> OpenAsync(AwsEndpoints endpoints)
    {
        try
        {
            var credentials = DefaultAWSCredentialsIdentityResolver.GetCredentials();
            await credentials.GetCredentialsAsync().ConfigureAwait(false);
            return new(endpoints, credentials);
        }
        catch (Exception error) when (error is AmazonClientException or AmazonServiceException or InvalidOperationException or ArgumentException)
        {
            throw new KeyStoreCommandException("aws-credentials", $"The AWS SDK found no credentials that can be used ({error.GetType().Name}); give them as for any program of the SDK, such as by AWS_PROFILE");
        }
    }

    /// <summary>The client of a table's Region: the one that was asked for, that of the table's ARN, that of the AWS configuration, or that of the KMS key.</summary>
    /// <exception cref="KeyStoreCommandException">None of them is known.</exception>
    public IAmazonDynamoDB CreateDynamoDB(string table, string? kmsKey, string? ownRegion = null)
    {
        var region = ownRegion ?? _endpoints.Region ?? RegionOf(table) ?? FallbackRegionFactory.GetRegionEndpoint(includeInstanceMetadata: false)?.SystemName ?? RegionOf(kmsKey)
            ?? throw new KeyStoreCommandException("aws-region", "The table's Region isn't known: give --region, or AWS_REGION");
        var config = new AmazonDynamoDBConfig();
        Point(config, _endpoints.DynamoDB, region);
        return Own(new AmazonDynamoDBClient(_credentials, config));
    }

    public void Dispose()
    {
        Kms.Dispose();
        _owned.ForEach(client => client.Dispose());
    }

    private AmazonKeyManagementServiceClient CreateKms(string region)
    {
        var config = new AmazonKeyManagementServiceConfig();
        Point(config, _endpoints.Kms, region);
        return Own(new AmazonKeyManagementServiceClient(_credentials, config));
    }

    private T Own<T>(T client)
        where T : IDisposable
    {
        _owned.Add(client);
        return client;
    }

    private static void Point(ClientConfig config, Uri? endpoint, string region)
    {
        // DynamoDB's own default keeps somebody waiting for two minutes where nothing answers.
        config.MaxErrorRetry = MaxRetries;
        if (endpoint is not null)
        {
            config.ServiceURL = endpoint.ToString();
            config.AuthenticationRegion = region.Length > 0 ? region : FallbackRegionFactory.GetRegionEndpoint(includeInstanceMetadata: false)?.SystemName;
        }
        else if (region.Length > 0)
        {
            config.RegionEndpoint = RegionEndpoint.GetBySystemName(region);
        }
    }

    private static string? RegionOf(string? arn)
        => arn?.Split(':', ArnParts) is { Length: ArnParts } parts && parts[RegionPart].Length > 0 ? parts[RegionPart] : null;
}
