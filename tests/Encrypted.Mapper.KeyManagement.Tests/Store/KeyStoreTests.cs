using System.Text.RegularExpressions;
using Amazon.DynamoDBv2.Model;
using Encrypted.Mapper.KeyManagement.Tests.Support;
using Encrypted.Mapper.Keys;

namespace Encrypted.Mapper.KeyManagement.Tests.Store;

/// <summary>A key store's keys: made, rotated, read and described.</summary>
public sealed partial class KeyStoreTests
{
    private static readonly Dictionary<string, string> s_context = new() { ["department"] = "Zoë's", ["purpose"] = "test" };

    [Fact]
    public async Task A_new_key_has_an_active_item_a_version_and_a_beacon_key_of_one_creation()
    {
        await using var lab = await KeyLab.CreateAsync();

        var id = await lab.Admin.CreateKeyAsync("tenant", s_context);
        var items = await lab.StoredKeysAsync();

        Assert.Equal("tenant", id);
        var active = items["branch:ACTIVE"];
        var version = Assert.Single(items, item => item.Key.StartsWith("branch:version:", StringComparison.Ordinal)).Value;
        var beacon = items["beacon:ACTIVE"];
        Assert.Equal(3, items.Count);
        Assert.Equal(version["type"].S, active["version"].S);
        Assert.False(version.ContainsKey("version"));
        Assert.False(beacon.ContainsKey("version"));
        foreach (var item in items.Values)
        {
            Assert.Equal(lab.KeyArn, item["kms-arn"].S);
            Assert.Equal("1", item["hierarchy-version"].N);
            Assert.Equal("Zoë's", item["aws-crypto-ec:department"].S);
            Assert.Equal(active["create-time"].S, item["create-time"].S);
            Assert.Matches(Timestamp(), item["create-time"].S);
            Assert.True(item["enc"].B.Length > 0);
        }

        Assert.Matches("^branch:version:[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$", version["type"].S);
    }

    [Fact]
    public async Task KMS_gets_the_rest_of_the_item_as_encryption_context_and_gives_out_no_key()
    {
        await using var lab = await KeyLab.CreateAsync();

        await lab.Admin.CreateKeyAsync("tenant", s_context);
        var active = (await lab.StoredKeysAsync())["branch:ACTIVE"];

        Assert.Equal(["GenerateDataKeyWithoutPlaintext", "ReEncrypt", "GenerateDataKeyWithoutPlaintext"], lab.Kms.Calls.Select(call => call.Operation));
        lab.Kms.ClearCalls();
        using var materials = await lab.Admin.GetActiveAsync("tenant");
        Assert.Equal(
            new SortedDictionary<string, string>(StringComparer.Ordinal)
            {
                ["branch-key-id"] = "tenant",
                ["type"] = "branch:ACTIVE",
                ["version"] = active["version"].S,
                ["create-time"] = active["create-time"].S,
                ["hierarchy-version"] = "1",
                ["kms-arn"] = lab.KeyArn,
                ["tablename"] = "branch-keys",
                ["aws-crypto-ec:department"] = "Zoë's",
                ["aws-crypto-ec:purpose"] = "test",
            },
            new SortedDictionary<string, string>(lab.Kms.Calls.Single().EncryptionContext.ToDictionary(), StringComparer.Ordinal));
    }

    [Fact]
    public async Task The_active_key_is_its_version_and_the_beacon_key_is_another()
    {
        await using var lab = await KeyLab.CreateAsync();
        var id = await lab.Admin.CreateKeyAsync();

        using var active = await lab.Admin.GetActiveAsync(id);
        using var version = await lab.Admin.GetVersionAsync(id, active.Key.Version);
        using var beacon = await lab.Admin.GetBeaconKeyAsync(id);

        using var activeKey = active.Key.Lease();
        using var versionKey = version!.Key.Lease();
        using var beaconKey = beacon.Use();
        Assert.Equal(activeKey.Key.ToArray(), versionKey.Key.ToArray());
        Assert.NotEqual(activeKey.Key.ToArray(), beaconKey.Span.ToArray());
        Assert.Empty(active.EncryptionContext);
    }

    [Fact]
    public async Task The_makers_pairs_come_back_without_their_prefix()
    {
        await using var lab = await KeyLab.CreateAsync();
        await lab.Admin.CreateKeyAsync("tenant", s_context);

        using var active = await lab.Admin.GetActiveAsync("tenant");

        Assert.Equal(s_context, active.EncryptionContext);
    }

    [Fact]
    public async Task A_rotated_key_has_another_active_version_and_keeps_the_old_one_and_its_beacon_key()
    {
        await using var lab = await KeyLab.CreateAsync();
        await lab.Admin.CreateKeyAsync("tenant", s_context);
        var before = await lab.StoredKeysAsync();
        using var old = await lab.Admin.GetActiveAsync("tenant");

        var version = await lab.Admin.VersionKeyAsync("tenant");
        var after = await lab.StoredKeysAsync();

        using var active = await lab.Admin.GetActiveAsync("tenant");
        Assert.Equal(version, active.Key.Version);
        Assert.NotEqual(old.Key.Version, version);
        using var kept = await lab.Admin.GetVersionAsync("tenant", old.Key.Version);
        Assert.NotNull(kept);
        Assert.Equal(before["beacon:ACTIVE"]["enc"].B.ToArray(), after["beacon:ACTIVE"]["enc"].B.ToArray());
        Assert.Equal(s_context, active.EncryptionContext);
        Assert.Equal(4, after.Count);
    }

    [Fact]
    public async Task A_description_lists_the_versions_from_the_newest_on_and_asks_KMS_for_nothing()
    {
        await using var lab = await KeyLab.CreateAsync();
        await lab.Admin.CreateKeyAsync("tenant", s_context);
        var second = await lab.Admin.VersionKeyAsync("tenant");
        var third = await lab.Admin.VersionKeyAsync("tenant");
        await lab.CreateBranchKeyAsync("another");
        lab.Kms.ClearCalls();

        var description = await lab.Admin.DescribeKeyAsync("tenant");
        var all = await lab.Admin.ListKeysAsync();

        Assert.Equal(third, description.ActiveVersion);
        Assert.Equal([third, second], description.Versions.Take(2).Select(version => version.Version));
        Assert.Equal(3, description.Versions.Count);
        Assert.All(description.Versions, version => Assert.Equal(lab.KeyArn, version.KmsKeyArn));
        Assert.True(description.HasBeaconKey);
        Assert.Equal(["another", "tenant"], all.Select(key => key.BranchKeyId));
        Assert.Equal(0, lab.Kms.CallCount());
    }

    [Fact]
    public async Task A_table_that_exists_is_taken_if_it_is_a_key_store_and_refused_otherwise()
    {
        await using var lab = await KeyLab.CreateAsync();
        var other = new BranchKeyStore(new BranchKeyStoreConfiguration { TableName = lab.Memos, Kms = BranchKeyStoreKms.Key(lab.KeyArn) }, lab.Dynamo, lab.Kms.Clients());

        var table = await lab.Admin.CreateTableAsync();
        var refusal = await Assert.ThrowsAsync<KeyStoreException>(() => other.CreateTableAsync());

        Assert.True(table.Existed);
        Assert.EndsWith(lab.Store.TableName, table.Arn, StringComparison.Ordinal);
        Assert.Equal("key-store-schema", refusal.Rule);
        Assert.Equal(lab.Memos, refusal.TableName);
    }

    [Fact]
    public async Task A_version_that_is_not_there_is_no_failure()
    {
        await using var lab = await KeyLab.CreateAsync();
        var id = await lab.Admin.CreateKeyAsync();

        Assert.Null(await lab.Admin.GetVersionAsync(id, Guid.NewGuid()));
    }

    [Fact]
    public async Task A_replica_of_the_KMS_key_reads_what_was_made_with_the_other()
    {
        await using var lab = await KeyLab.CreateAsync();
        var here = lab.Kms.CreateKey(multiRegion: true);
        var there = lab.Kms.ReplicateKey(here, "us-east-1");
        var id = await Over(lab, BranchKeyStoreKms.MultiRegionKey(here)).CreateKeyAsync();

        using var active = await Over(lab, BranchKeyStoreKms.MultiRegionKey(there)).GetActiveAsync(id);
        var strict = await Assert.ThrowsAsync<KeyUnavailableException>(() => Over(lab, BranchKeyStoreKms.Key(there)).GetActiveAsync(id));

        Assert.Equal(id, active.Key.BranchKeyId);
        Assert.Equal("us-east-1", lab.Kms.Calls.Last(call => call.Operation == "Decrypt").Region);
        Assert.Equal("key-store-arn", strict.Rule);
    }

    [Fact]
    public async Task S20_Discovery_reads_keys_of_its_accounts_alone_and_makes_none()
    {
        await using var lab = await KeyLab.CreateAsync();
        var id = await lab.Admin.CreateKeyAsync();
        var account = lab.KeyArn.Split(':')[4];
        var own = Over(lab, BranchKeyStoreKms.Discovery(new KmsDiscoveryFilter("aws", account)));
        var foreign = Over(lab, BranchKeyStoreKms.Discovery(new KmsDiscoveryFilter("aws", "999999999999")));
        lab.Kms.ClearCalls();

        var refusal = await Assert.ThrowsAsync<KeyUnavailableException>(() => foreign.GetActiveAsync(id));
        Assert.Equal("key-store-arn", refusal.Rule);
        Assert.Equal(0, lab.Kms.CallCount());
        using var active = await own.GetActiveAsync(id);
        Assert.Equal("key-store-discovery", (await Assert.ThrowsAsync<ModelConfigurationException>(() => own.CreateKeyAsync())).Rule);
        Assert.Equal("key-store-discovery", (await Assert.ThrowsAsync<ModelConfigurationException>(() => own.VersionKeyAsync(id))).Rule);
    }

    private static BranchKeyStore Over(KeyLab lab, BranchKeyStoreKms kms)
        => new(new BranchKeyStoreConfiguration { TableName = lab.Store.TableName, LogicalName = "branch-keys", Kms = kms }, lab.Dynamo, lab.Kms.Clients());

    [GeneratedRegex(@"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z$")]
    private static partial Regex Timestamp();
}
