using System.Text.Json.Nodes;
using Amazon.DynamoDBv2.Model;
using Encrypted.Mapper.Interop.Tests.Support;
using Encrypted.Mapper.Keys;

namespace Encrypted.Mapper.Interop.Tests;

/// <summary>Keyrings, section 13, against <c>@aws-crypto/branch-keystore-node</c>: both work on one table and one local AWS KMS.</summary>
public sealed class KeyStoreTests(ForeignProgram program, KmsServer server, BranchKeyTable table)
{
    private static readonly KmsDiscoveryFilter s_accounts = new("aws", "111122223333");

    private readonly string _keyArn = server.Kms.CreateKey();

    public static TheoryData<string> Contexts => ["none", "one pair", "beyond ASCII"];

    [Theory]
    [MemberData(nameof(Contexts))]
    public async Task The_foreign_store_reads_what_ours_created(string context)
    {
        var branchKeyId = await CreateAsync(context, (id, pairs) => Ours().CreateKeyAsync(id, pairs, Cancellation));

        await BothReadTheSameAsync(branchKeyId, Context(context));
    }

    [Theory]
    [MemberData(nameof(Contexts))]
    public async Task Ours_reads_what_the_foreign_store_created(string context)
    {
        var branchKeyId = await CreateAsync(context, (id, pairs) => Foreign().CreateKeyAsync(id, pairs.Count == 0 ? null : pairs));

        await BothReadTheSameAsync(branchKeyId, Context(context));
    }

    [Fact]
    public async Task Both_rotate_the_same_key_in_turn_and_read_every_version()
    {
        var branchKeyId = await Ours().CreateKeyAsync("tenant-1 " + Guid.NewGuid(), Context("one pair"), Cancellation);
        var versions = new List<Guid> { (await Foreign().GetActiveAsync(branchKeyId)).Version };
        foreach (var byOurs in new[] { false, true, false, false, true })
        {
            if (byOurs)
            {
                versions.Add(await Ours().VersionKeyAsync(branchKeyId, Cancellation));
            }
            else
            {
                await Foreign().VersionKeyAsync(branchKeyId);
                versions.Add((await Foreign().GetActiveAsync(branchKeyId)).Version);
            }

            await BothReadTheSameAsync(branchKeyId, Context("one pair"));
        }

        var keys = new HashSet<string>();
        foreach (var version in versions)
        {
            var foreign = await Foreign().GetVersionAsync(branchKeyId, version);
            using var ours = await Ours().GetVersionAsync(branchKeyId, version, Cancellation);

            Assert.Equal(foreign.Key, KeyOf(ours));
            Assert.True(keys.Add(foreign.Key));
        }

        Assert.Equal(6, keys.Count);
        Assert.Equal(versions.Order(), (await Ours().DescribeKeyAsync(branchKeyId, Cancellation)).Versions.Select(version => version.Version).Order());
    }

    [Fact]
    public async Task Both_write_the_same_items_but_for_ids_and_times_and_keys()
    {
        var ours = await Ours().CreateKeyAsync("same " + Guid.NewGuid(), Context("one pair"), Cancellation);
        var foreign = await Foreign().CreateKeyAsync("same " + Guid.NewGuid(), Context("one pair"));
        await Ours().VersionKeyAsync(ours, Cancellation);
        await Foreign().VersionKeyAsync(foreign);

        Assert.Equal(await ShapesAsync(foreign), await ShapesAsync(ours));
    }

    [Fact]
    public async Task Both_make_the_same_calls_of_the_service()
    {
        var (oursArn, foreignArn) = (server.Kms.CreateKey(), server.Kms.CreateKey());
        var ours = table.Ours(server, BranchKeyStoreKms.Key(oursArn));
        var foreign = table.Foreign(program, server, foreignArn);

        var oursId = await ours.CreateKeyAsync(cancellationToken: Cancellation);
        await ours.VersionKeyAsync(oursId, Cancellation);
        (await ours.GetActiveAsync(oursId, Cancellation)).Dispose();
        var foreignId = await foreign.CreateKeyAsync();
        await foreign.VersionKeyAsync(foreignId);
        await foreign.GetActiveAsync(foreignId);

        Assert.Equal(CallShapes(foreignArn), CallShapes(oursArn));
    }

    [Fact]
    public async Task The_beacon_key_of_either_is_the_one_that_the_service_decrypts_under_the_items_own_pairs()
    {
        foreach (var branchKeyId in new[] { await Ours().CreateKeyAsync(cancellationToken: Cancellation), await Foreign().CreateKeyAsync() })
        {
            var item = (await table.ItemsAsync(branchKeyId))["beacon:ACTIVE"];
            var pairs = item.Where(attribute => attribute.Key != "enc").ToDictionary(attribute => attribute.Key, attribute => attribute.Value.S ?? attribute.Value.N);
            pairs["tablename"] = table.LogicalName;
            var expected = await new ForeignKms(program, server).DecryptAsync(item["enc"].B.ToArray(), _keyArn, pairs);

            using var beacon = await Ours().GetBeaconKeyAsync(branchKeyId, Cancellation);
            using var key = beacon.Use();

            Assert.Equal(Convert.ToHexString(expected), Convert.ToHexString(key.Span));
        }
    }

    [Fact]
    public async Task A_replica_reads_the_keys_that_were_made_with_another()
    {
        var primary = server.Kms.CreateKey(multiRegion: true);
        var replica = server.Kms.ReplicateKey(primary, "us-west-2");
        var oursThere = table.Ours(server, BranchKeyStoreKms.MultiRegionKey(replica));
        var foreignThere = table.Foreign(program, server, new JsonObject { ["mrkIdentifier"] = replica }, "us-west-2");
        var made = new[]
        {
            await table.Ours(server, BranchKeyStoreKms.MultiRegionKey(primary)).CreateKeyAsync(cancellationToken: Cancellation),
            await table.Foreign(program, server, new JsonObject { ["mrkIdentifier"] = primary }).CreateKeyAsync(),
        };

        foreach (var branchKeyId in made)
        {
            await BothReadTheSameAsync(branchKeyId, [], oursThere, foreignThere);
        }
    }

    [Fact]
    public async Task A_replica_rotates_the_keys_that_were_made_with_another_and_their_ARN_stays()
    {
        var primary = server.Kms.CreateKey(multiRegion: true);
        var replica = server.Kms.ReplicateKey(primary, "us-west-2");
        var branchKeyId = await table.Foreign(program, server, new JsonObject { ["mrkIdentifier"] = primary }).CreateKeyAsync();

        await table.Ours(server, BranchKeyStoreKms.MultiRegionKey(replica)).VersionKeyAsync(branchKeyId, Cancellation);

        Assert.All((await table.ItemsAsync(branchKeyId)).Values, item => Assert.Equal(primary, item["kms-arn"].S));
        await BothReadTheSameAsync(
            branchKeyId,
            [],
            table.Ours(server, BranchKeyStoreKms.MultiRegionKey(primary)),
            table.Foreign(program, server, new JsonObject { ["mrkIdentifier"] = primary }));
    }

    [Fact]
    public async Task Discovery_reads_on_either_side()
    {
        var branchKeyId = await Ours().CreateKeyAsync(cancellationToken: Cancellation);

        await BothReadTheSameAsync(
            branchKeyId,
            [],
            table.Ours(server, BranchKeyStoreKms.Discovery(s_accounts)),
            table.Foreign(program, server, JsonValue.Create("discovery")));
    }

    [Fact]
    public async Task Discovery_in_one_Region_reads_multi_Region_keys_by_their_replica_on_either_side()
    {
        var primary = server.Kms.CreateKey(region: "us-west-2", multiRegion: true);
        var replica = server.Kms.ReplicateKey(primary, "eu-west-1");
        var branchKeyId = await table.Ours(server, BranchKeyStoreKms.Key(primary)).CreateKeyAsync(cancellationToken: Cancellation);

        await BothReadTheSameAsync(
            branchKeyId,
            [],
            table.Ours(server, BranchKeyStoreKms.MultiRegionDiscovery("eu-west-1", s_accounts)),
            table.Foreign(program, server, new JsonObject { ["region"] = "eu-west-1" }));

        Assert.Equal(4, server.CallsOf(replica).Count(call => call.Operation == "Decrypt"));
    }

    [Fact]
    public async Task Neither_creates_what_the_other_created()
    {
        var id = "taken " + Guid.NewGuid();
        await Ours().CreateKeyAsync(id, Context("one pair"), Cancellation);
        var foreignId = await Foreign().CreateKeyAsync();

        var foreignError = await Assert.ThrowsAsync<ForeignException>(() => Foreign().CreateKeyAsync(id, Context("one pair")));
        var error = await Assert.ThrowsAsync<KeyStoreException>(() => Ours().CreateKeyAsync(foreignId, Context("one pair"), Cancellation));

        Assert.Equal("TransactionCanceledException", foreignError.Name);
        Assert.Equal("branch-key-exists", error.Rule);
    }

    [Fact]
    public async Task Both_refuse_another_logical_name()
    {
        var branchKeyId = await Ours().CreateKeyAsync(cancellationToken: Cancellation);

        await Assert.ThrowsAsync<KeyUnavailableException>(() => table.Ours(server, BranchKeyStoreKms.Key(_keyArn), "Another").GetActiveAsync(branchKeyId, Cancellation));
        await Assert.ThrowsAsync<ForeignException>(() => table.Foreign(program, server, new JsonObject { ["identifier"] = _keyArn }, logicalName: "Another").GetActiveAsync(branchKeyId));
    }

    [Fact]
    public async Task Both_refuse_a_key_of_another_ARN()
    {
        var other = server.Kms.CreateKey();
        var branchKeyId = await Ours().CreateKeyAsync(cancellationToken: Cancellation);

        await Assert.ThrowsAsync<KeyUnavailableException>(() => table.Ours(server, BranchKeyStoreKms.Key(other)).GetActiveAsync(branchKeyId, Cancellation));
        await Assert.ThrowsAsync<ForeignException>(() => table.Foreign(program, server, other).GetActiveAsync(branchKeyId));
        Assert.Empty(server.CallsOf(other));
    }

    [Theory]
    [InlineData("create-time")]
    [InlineData("aws-crypto-ec:tenant")]
    [InlineData("hierarchy-version")]
    public async Task Both_refuse_an_item_that_was_changed(string attribute)
    {
        var branchKeyId = await Ours().CreateKeyAsync("changed " + Guid.NewGuid(), Context("one pair"), Cancellation);
        var item = (await table.ItemsAsync(branchKeyId))["branch:ACTIVE"];
        item[attribute] = attribute == "hierarchy-version" ? new() { N = "2" } : new() { S = item[attribute].S + "0" };
        await table.Client.PutItemAsync(new PutItemRequest { TableName = table.Name, Item = item }, Cancellation);

        await Assert.ThrowsAsync<KeyUnavailableException>(() => Ours().GetActiveAsync(branchKeyId, Cancellation));
        await Assert.ThrowsAsync<ForeignException>(() => Foreign().GetActiveAsync(branchKeyId));
        await Assert.ThrowsAsync<KeyUnavailableException>(() => Ours().VersionKeyAsync(branchKeyId, Cancellation));
        await Assert.ThrowsAsync<ForeignException>(() => Foreign().VersionKeyAsync(branchKeyId));
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private static Dictionary<string, string> Context(string name) => name switch
    {
        "none" => [],
        "one pair" => new() { ["tenant"] = "one" },
        _ => new() { ["Straße"] = "naïve \U0001F511", ["東京"] = "x", ["a:b c"] = "1" },
    };

    // An id of one's own needs a context.
    private static Task<string> CreateAsync(string context, Func<string?, Dictionary<string, string>, Task<string>> create)
        => create(context == "none" ? null : $"{context} {Guid.NewGuid()}", Context(context));

    private static string? KeyOf(BranchKeyMaterials? materials)
    {
        using var lease = materials?.Key.Lease();
        return lease is null ? null : Convert.ToHexString(lease.Key);
    }

    private BranchKeyStore Ours() => table.Ours(server, BranchKeyStoreKms.Key(_keyArn));

    private ForeignKeyStore Foreign() => table.Foreign(program, server, _keyArn);

    private async Task BothReadTheSameAsync(string branchKeyId, Dictionary<string, string> context, BranchKeyStore? ours = null, ForeignKeyStore? foreign = null)
    {
        ours ??= Ours();
        foreign ??= Foreign();
        var foreignActive = await foreign.GetActiveAsync(branchKeyId);
        var foreignVersion = await foreign.GetVersionAsync(branchKeyId, foreignActive.Version);
        using var active = await ours.GetActiveAsync(branchKeyId, Cancellation);
        using var version = await ours.GetVersionAsync(branchKeyId, foreignActive.Version, Cancellation);

        Assert.Equal(branchKeyId, foreignActive.Id);
        Assert.Equal(64, foreignActive.Key.Length);
        Assert.Equal(foreignActive.Key, foreignVersion.Key);
        Assert.Equal((foreignActive.Id, foreignActive.Version, foreignActive.Key), (active.Key.BranchKeyId, active.Key.Version, KeyOf(active)));
        Assert.Equal((foreignActive.Version, foreignActive.Key), (version!.Key.Version, KeyOf(version)));
        Assert.Equal(context, foreignActive.EncryptionContext);
        Assert.Equal(context, active.EncryptionContext);
        Assert.Equal(context, version.EncryptionContext);
    }

    // The items in an order that doesn't depend on random ids, each attribute with its type and what of its value isn't random.
    private async Task<string[]> ShapesAsync(string branchKeyId) => [.. (await table.ItemsAsync(branchKeyId)).Values
        .Select(item => string.Join('\n', item.OrderBy(attribute => attribute.Key, StringComparer.Ordinal).Select(ShapeOf)))
        .Order(StringComparer.Ordinal)];

    private static string ShapeOf(KeyValuePair<string, AttributeValue> attribute)
    {
        var (name, value) = attribute;
        return name switch
        {
            "enc" => $"{name} B {value.B.Length}",
            "create-time" => $"{name} S {string.Concat(value.S.Select(c => char.IsAsciiDigit(c) ? '0' : c))}",
            "branch-key-id" => $"{name} S {value.S.Length}",
            "type" or "version" when value.S.StartsWith("branch:version:", StringComparison.Ordinal) => $"{name} S branch:version:{value.S.Length}",
            "hierarchy-version" => $"{name} N {value.N}",
            _ => $"{name} S {value.S}",
        };
    }

    private string[] CallShapes(string keyArn) => [.. server.CallsOf(keyArn).Select(call => $"{call.Operation} {string.Join(' ', call.EncryptionContext.Keys.Order(StringComparer.Ordinal))}")];
}
