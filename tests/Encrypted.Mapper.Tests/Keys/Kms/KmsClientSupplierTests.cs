using Amazon;
using Amazon.KeyManagementService;
using Amazon.Runtime;
using Encrypted.Mapper.Keys;
using Xunit;

namespace Encrypted.Mapper.Tests.Keys;

/// <summary>One AWS KMS client for each Region.</summary>
public sealed class KmsClientSupplierTests
{
    private static readonly AnonymousAWSCredentials s_credentials = new();

    [Fact]
    public void A_Region_has_one_client_of_its_own()
    {
        using var supplier = new KmsClientSupplier();

        var ireland = supplier.GetClient("eu-west-1");

        Assert.Same(ireland, supplier.GetClient("eu-west-1"));
        Assert.Equal("eu-west-1", ireland.Config.RegionEndpoint.SystemName);
        Assert.Equal("us-east-1", supplier.GetClient("us-east-1").Config.RegionEndpoint.SystemName);
    }

    [Fact]
    public async Task A_Regions_client_is_made_once_however_many_ask_at_the_same_time()
    {
        var made = 0;
        using var start = new Barrier(8);
        using var client = new AmazonKeyManagementServiceClient(s_credentials, RegionEndpoint.EUWest1);
        using var supplier = new KmsClientSupplier(_ =>
        {
            Interlocked.Increment(ref made);
            return client;
        });

        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Factory.StartNew(
            () =>
            {
                start.SignalAndWait();
                return supplier.GetClient("eu-west-1");
            },
            CancellationToken.None,
            TaskCreationOptions.LongRunning,
            TaskScheduler.Default)));

        Assert.Equal(1, made);
    }

    [Fact]
    public void A_factory_that_failed_is_asked_again()
    {
        var calls = 0;
        using var client = new AmazonKeyManagementServiceClient(s_credentials, RegionEndpoint.EUWest1);
        using var supplier = new KmsClientSupplier(region => ++calls == 1 ? throw new TimeoutException(region) : client);

        Assert.Throws<TimeoutException>(() => supplier.GetClient("eu-west-1"));
        Assert.Same(client, supplier.GetClient("eu-west-1"));
    }

    [Fact]
    public void A_factory_without_a_client_is_a_mistake_of_configuration()
    {
        using var supplier = new KmsClientSupplier(_ => null!);

        Assert.Equal("kms-client", Assert.Throws<ModelConfigurationException>(() => supplier.GetClient("eu-west-1")).Rule);
    }

    [Fact]
    public void S20_whoever_names_Regions_cannot_fill_the_memory_with_clients()
    {
        using var client = new AmazonKeyManagementServiceClient(s_credentials, RegionEndpoint.EUWest1);
        using var supplier = new KmsClientSupplier(_ => client);
        for (var i = 0; i < 100; i++)
        {
            supplier.GetClient($"region-{i}");
        }

        Assert.Equal("kms-client", Assert.Throws<ModelConfigurationException>(() => supplier.GetClient("region-100")).Rule);
        Assert.Same(client, supplier.GetClient("region-99"));
    }

    [Fact]
    public void A_given_client_serves_its_own_Region_and_keys_without_one()
    {
        using var client = new AmazonKeyManagementServiceClient(s_credentials, RegionEndpoint.EUWest1);
        using var supplier = new KmsClientSupplier(client);

        Assert.Same(client, supplier.GetClient("eu-west-1"));
        Assert.Same(client, supplier.GetClient(""));
        Assert.NotSame(client, supplier.GetClient("us-east-1"));
    }

    [Fact]
    public void A_given_client_with_an_endpoint_and_no_Region_serves_all_Regions()
    {
        using var client = new AmazonKeyManagementServiceClient(s_credentials, new AmazonKeyManagementServiceConfig { ServiceURL = "http://localhost:1" });
        using var supplier = new KmsClientSupplier(client);

        Assert.Same(client, supplier.GetClient("eu-west-1"));
        Assert.Same(client, supplier.GetClient("us-east-1"));
    }

    [Fact]
    public void A_given_client_with_an_endpoint_of_a_Region_serves_that_Region()
    {
        using var client = new AmazonKeyManagementServiceClient(s_credentials, new AmazonKeyManagementServiceConfig { ServiceURL = "http://localhost:1", AuthenticationRegion = "eu-west-1" });
        using var supplier = new KmsClientSupplier(client);

        Assert.Same(client, supplier.GetClient("eu-west-1"));
        Assert.NotSame(client, supplier.GetClient("us-east-1"));
    }

    [Fact]
    public async Task Only_clients_that_the_supplier_made_are_disposed_with_it()
    {
        using var given = new CountingClient();
        using var made = new CountingClient();
        var supplier = new KmsClientSupplier(given);
        var other = supplier.GetClient("us-east-1");
        Assert.Same(given, supplier.GetClient("eu-west-1"));
        var factory = new KmsClientSupplier(_ => made);
        factory.GetClient("eu-west-1");

        supplier.Dispose();
        supplier.Dispose();
        factory.Dispose();

        Assert.Equal((0, 0), (given.Disposals, made.Disposals));
        Assert.Throws<ObjectDisposedException>(() => supplier.GetClient("eu-west-1"));
        await Assert.ThrowsAsync<ObjectDisposedException>(() => other.ListKeysAsync(new()));
    }

    private sealed class CountingClient() : AmazonKeyManagementServiceClient(s_credentials, RegionEndpoint.EUWest1)
    {
        public int Disposals { get; private set; }

        protected override void Dispose(bool disposing)
        {
            Disposals++;
            base.Dispose(disposing);
        }
    }
}
