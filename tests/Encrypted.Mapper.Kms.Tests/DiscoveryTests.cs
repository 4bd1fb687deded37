using Encrypted.Mapper.Keys;

namespace Encrypted.Mapper.Kms.Tests;

/// <summary>Keyrings, section 6.3: keys that the item names.</summary>
public sealed class DiscoveryTests : RunningKms
{
    private static readonly KmsDiscoveryFilter s_filter = new("aws", Account);

    [Fact]
    public async Task S20_a_key_of_the_filters_accounts_is_asked_once()
    {
        var key = Kms.CreateKey();
        var stored = await WriteAsync(new KmsKeyring(Clients, key));

        Assert.Equal(Secret, await ReadAsync(new KmsDiscoveryKeyring(Clients, Region, s_filter), stored));
        Assert.Equal(Secret, await ReadAsync(new KmsMrkDiscoveryKeyring(Clients, Region, s_filter), stored));
        Assert.Equal([key, key], Kms.Calls.Where(call => call.Operation == "Decrypt").Select(call => call.KeyArn));
    }

    [Theory]
    [InlineData("aws", "444455556666")]
    [InlineData("aws-cn", Account)]
    public async Task S20_a_key_outside_the_filter_is_not_asked(string partition, string account)
    {
        var stored = await WriteAsync(new KmsKeyring(Clients, Kms.CreateKey()));
        Kms.ClearCalls();
        var filter = new KmsDiscoveryFilter(partition, account);

        await UnverifiableAsync("data-key", new KmsDiscoveryKeyring(Clients, Region, filter), stored);
        await UnverifiableAsync("data-key", new KmsMrkDiscoveryKeyring(Clients, Region, filter), stored);
        Assert.Empty(Kms.Calls);
    }

    [Fact]
    public async Task A_multi_Region_key_is_asked_by_its_replica_in_the_Region()
    {
        var primary = Kms.CreateKey(multiRegion: true);
        var replica = Kms.ReplicateKey(primary, OtherRegion);
        var stored = await WriteAsync(new KmsMrkKeyring(Clients, primary));

        Assert.Equal(Secret, await ReadAsync(new KmsMrkDiscoveryKeyring(Clients, OtherRegion, s_filter), stored));
        Assert.Equal((OtherRegion, replica), (Kms.Calls[^1].Region, Kms.Calls[^1].KeyArn));
    }

    [Fact]
    public async Task Another_key_of_another_Region_is_left_to_a_keyring_of_that_Region()
    {
        var stored = await WriteAsync(new KmsKeyring(Clients, Kms.CreateKey(region: OtherRegion)));
        Kms.ClearCalls();

        await UnverifiableAsync("data-key", new KmsMrkDiscoveryKeyring(Clients, Region, s_filter), stored);
        Assert.Empty(Kms.Calls);

        var both = new MultiKeyring(null, new KmsDiscoveryKeyring(Clients, Region, s_filter), new KmsDiscoveryKeyring(Clients, OtherRegion, s_filter));
        Assert.Equal(Secret, await ReadAsync(both, stored));
    }

    [Fact]
    public async Task A_key_that_is_unavailable_does_not_keep_another_from_being_asked()
    {
        var (first, second) = (Kms.CreateKey(), Kms.CreateKey());
        var stored = await WriteAsync(new MultiKeyring(new KmsKeyring(Clients, first), new KmsKeyring(Clients, second)));
        var keyring = new KmsDiscoveryKeyring(Clients, Region, s_filter);
        Kms.Disable(first);
        Assert.Equal(Secret, await ReadAsync(keyring, stored));

        Kms.ScheduleDeletion(second);
        var error = await UnavailableAsync(keyring, stored);

        Assert.Equal("kms-disabled", error.Rule);
        Assert.Equal([new("kms:Decrypt", first, "DisabledException"), new("kms:Decrypt", second, "KMSInvalidStateException")], error.Attempts);
    }

    [Fact]
    public async Task A_service_that_fails_is_not_asked_for_the_items_further_keys()
    {
        var (first, second) = (Kms.CreateKey(), Kms.CreateKey());
        var stored = await WriteAsync(new MultiKeyring(new KmsKeyring(Clients, first), new KmsKeyring(Clients, second)));
        using var fault = Kms.Faults.Throttle("Decrypt");

        var error = await UnavailableAsync(new KmsDiscoveryKeyring(Clients, Region, s_filter), stored);

        Assert.Equal([new("kms:Decrypt", first, "ThrottlingException")], error.Attempts);
        Assert.DoesNotContain(second, Kms.Calls.Where(call => call.Operation == "Decrypt").Select(call => call.KeyArn));
    }

    [Fact]
    public async Task It_has_no_key_to_write_with()
    {
        foreach (var keyring in new IKeyring[] { new KmsDiscoveryKeyring(Clients, Region, s_filter), new KmsMrkDiscoveryKeyring(Clients, Region, s_filter) })
        {
            var error = await Assert.ThrowsAsync<ModelConfigurationException>(() => WriteAsync(keyring));
            Assert.Equal("kms-discovery-write", error.Rule);
        }
    }

    [Fact]
    public async Task A_client_that_says_it_is_of_another_Region_is_refused()
    {
        var stored = await WriteAsync(new KmsKeyring(Clients, Kms.CreateKey()));
        using var client = Kms.CreateClient(region: OtherRegion);
        using var clients = new KmsClientSupplier(_ => client);

        var error = await Assert.ThrowsAsync<ModelConfigurationException>(() => ReadAsync(new KmsMrkDiscoveryKeyring(clients, Region, s_filter), stored));

        Assert.Equal("kms-client", error.Rule);
    }
}
