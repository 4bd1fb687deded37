using Amazon.DynamoDBv2.Model;
using Encrypted.Mapper.KeyManagement.Tests.Support;
using Encrypted.Mapper.Keys;

namespace Encrypted.Mapper.KeyManagement.Tests.Store;

/// <summary>A key store that can't or won't: tampered items, races, services that fail.</summary>
public sealed class KeyStoreRefusalTests
{
    private static readonly Dictionary<string, string> s_context = new() { ["purpose"] = "test" };

    public static TheoryData<string, string> Tamperings => new()
    {
        { "branch-key-id", "key-store-item" },
        { "create-time", "key-store-authentication" },
        { "hierarchy-version", "key-store-authentication" },
        { "version", "key-store-authentication" },
        { "aws-crypto-ec:purpose", "key-store-authentication" },
        { "enc", "key-store-authentication" },
        { "added", "key-store-authentication" },
        { "added-number", "key-store-item" },
        { "tablename", "key-store-item" },
        { "kms-arn", "key-store-arn" },
        { "without-version", "key-store-item" },
        { "without-enc", "key-store-item" },
        { "without-create-time", "key-store-item" },
        { "beacon-for-active", "key-store-authentication" },
    };

    [Theory]
    [MemberData(nameof(Tamperings))]
    public async Task S20_A_changed_item_of_the_key_store_gives_no_key(string what, string rule)
    {
        await using var lab = await KeyLab.CreateAsync();
        await lab.Admin.CreateKeyAsync("tenant", s_context);
        var items = await lab.StoredKeysAsync();
        var active = items["branch:ACTIVE"];
        Tamper(active, items["beacon:ACTIVE"], what);

        // Another id is answered by a server that can't be trusted: the item itself stands under its own key.
        var store = what == "branch-key-id" ? Answering(lab, active) : lab.Admin;
        if (what != "branch-key-id")
        {
            await lab.Dynamo.PutItemAsync(lab.Store.TableName, active);
        }

        var refusal = await Assert.ThrowsAsync<KeyUnavailableException>(() => store.GetActiveAsync("tenant"));

        Assert.Equal(rule, refusal.Rule);
        Assert.Equal(("dynamodb:GetItem", "tenant"), (refusal.Attempts[0].Operation, refusal.Attempts[0].Key));
    }

    [Fact]
    public async Task S20_A_changed_active_item_is_not_rotated()
    {
        await using var lab = await KeyLab.CreateAsync();
        await lab.Admin.CreateKeyAsync("tenant", s_context);
        var active = (await lab.StoredKeysAsync())["branch:ACTIVE"];
        active["aws-crypto-ec:purpose"] = new() { S = "another" };
        await lab.Dynamo.PutItemAsync(lab.Store.TableName, active);

        var refusal = await Assert.ThrowsAsync<KeyUnavailableException>(() => lab.Admin.VersionKeyAsync("tenant"));

        Assert.Equal("key-store-authentication", refusal.Rule);
        Assert.Equal(3, (await lab.StoredKeysAsync()).Count);
    }

    [Fact]
    public async Task An_item_that_names_an_id_which_no_branch_key_can_have_is_refused_like_any_other()
    {
        await using var lab = await KeyLab.CreateAsync();
        var tooLong = new string('t', 2_049);
        using var cache = new BranchKeyCache(lab.Admin);

        Assert.Null(await cache.GetVersionAsync(tooLong, Guid.NewGuid(), CancellationToken.None));
        Assert.Equal("branch-key-id", (await Assert.ThrowsAsync<ModelConfigurationException>(() => cache.GetActiveAsync(tooLong, CancellationToken.None).AsTask())).Rule);
        Assert.Equal("branch-key-id", (await Assert.ThrowsAsync<ModelConfigurationException>(() => lab.Admin.GetVersionAsync(tooLong, Guid.NewGuid()))).Rule);
    }

    [Fact]
    public async Task A_key_store_of_another_logical_name_does_not_authenticate_the_keys()
    {
        await using var lab = await KeyLab.CreateAsync();
        var id = await lab.Admin.CreateKeyAsync();
        var renamed = new BranchKeyStore(new BranchKeyStoreConfiguration { TableName = lab.Store.TableName, Kms = lab.Store.Kms }, lab.Dynamo, lab.Kms.Clients());

        var refusal = await Assert.ThrowsAsync<KeyUnavailableException>(() => renamed.GetActiveAsync(id));

        Assert.Equal("key-store-authentication", refusal.Rule);
    }

    [Fact]
    public async Task A_key_is_not_made_over_another_of_its_id()
    {
        await using var lab = await KeyLab.CreateAsync();
        await lab.Admin.CreateKeyAsync("tenant", s_context);
        var before = await lab.StoredKeysAsync();

        var refusal = await Assert.ThrowsAsync<KeyStoreException>(() => lab.Admin.CreateKeyAsync("tenant", s_context));

        Assert.Equal("branch-key-exists", refusal.Rule);
        Assert.Equal(before["branch:ACTIVE"]["enc"].B.ToArray(), (await lab.StoredKeysAsync())["branch:ACTIVE"]["enc"].B.ToArray());
    }

    [Fact]
    public async Task Of_rotations_at_once_one_succeeds_and_the_others_are_refused()
    {
        await using var lab = await KeyLab.CreateAsync();
        var id = await lab.Admin.CreateKeyAsync();

        // Each has read the key before the first one writes.
        using var meeting = new MeetingDynamoDB(lab.Dynamo.Config.ServiceURL, writers: 4);
        var store = new BranchKeyStore(lab.Store, meeting, lab.Kms.Clients());
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => OutcomeAsync(store.VersionKeyAsync(id))));
        var description = await lab.Admin.DescribeKeyAsync(id);

        Assert.Equal(2, description.Versions.Count);
        Assert.Equal(description.ActiveVersion, Assert.Single(outcomes.OfType<Guid>()));
        Assert.All(outcomes.OfType<string>(), rule => Assert.Contains(rule, new[] { "branch-key-rotated", "branch-key-conflict" }));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task An_id_that_cannot_be_one_is_refused_before_anything_is_sent(bool hasNoUtf8Form)
    {
        // The runner can't pass an unpaired surrogate on.
        var id = hasNoUtf8Form ? "\ud800" : "";
        await using var lab = await KeyLab.CreateAsync();

        var making = await Assert.ThrowsAsync<ModelConfigurationException>(() => lab.Admin.CreateKeyAsync(id, s_context));
        var reading = await Assert.ThrowsAsync<ModelConfigurationException>(() => lab.Admin.GetActiveAsync(id));

        Assert.Equal("branch-key-id", making.Rule);
        Assert.Equal("branch-key-id", reading.Rule);
        Assert.Equal(0, lab.Kms.CallCount());
    }

    [Fact]
    public async Task An_id_of_ones_own_needs_an_encryption_context()
    {
        await using var lab = await KeyLab.CreateAsync();

        var without = await Assert.ThrowsAsync<ModelConfigurationException>(() => lab.Admin.CreateKeyAsync("tenant"));
        var broken = await Assert.ThrowsAsync<ModelConfigurationException>(() => lab.Admin.CreateKeyAsync("tenant", new Dictionary<string, string> { ["a"] = "\ud800" }));

        Assert.Equal("branch-key-context", without.Rule);
        Assert.Equal("branch-key-context", broken.Rule);
        Assert.Equal(0, lab.Kms.CallCount());
    }

    [Theory]
    [InlineData("")]
    [InlineData("xy")]
    [InlineData("has space")]
    [InlineData("Zoë")]
    [InlineData("one:two")]
    [InlineData("one/two")]
    [InlineData("table/Keys")]
    [InlineData("arn:aws:dynamodb:eu-west-1:111122223333:table/xy")]
    [InlineData("arn:aws:dynamodb:eu-west-1:111122223333:table/Keys/index/Other")]
    [InlineData("arn:aws:dynamodb:eu-west-1:111122223333:Keys")]
    [InlineData("arn:aws:dynamodb::111122223333:table/Keys")]
    [InlineData("arn:aws:kms:eu-west-1:111122223333:table/Keys")]
    [InlineData("arn:aws:dynamodb:eu-west-1:111122223333:table/Keys:x")]
    public void A_table_name_that_cannot_be_one_is_refused(string name)
        => Assert.Equal("key-store-table", Assert.Throws<ModelConfigurationException>(() => Named(name)).Rule);

    [Fact]
    public void A_table_is_named_by_a_name_or_an_ARN_within_the_limits_of_DynamoDB()
    {
        foreach (var name in new[] { "abc", "Branch_Keys-1.0", new('t', 255), "arn:aws-us-gov:dynamodb:us-gov-west-1:111122223333:table/" + new string('t', 255) })
        {
            Assert.Equal(name, Named(name).Configuration.TableName);
        }

        Assert.Throws<ModelConfigurationException>(() => Named(new('t', 256)));
        Assert.Throws<ModelConfigurationException>(() => Named("arn:aws:dynamodb:eu-west-1:111122223333:table/" + new string('t', 256)));
        Assert.Throws<ModelConfigurationException>(() => Named($"arn:{new string('p', 1_000)}:dynamodb:eu-west-1:111122223333:table/Keys"));
    }

    [Fact]
    public void An_alias_is_refused()
        => Assert.Equal("kms-key-arn", Assert.Throws<ModelConfigurationException>(() => BranchKeyStoreKms.Key("arn:aws:kms:eu-west-1:111122223333:alias/keys")).Rule);

    [Fact]
    public async Task A_key_store_without_a_table_says_so()
    {
        await using var lab = await KeyLab.CreateAsync();
        var absent = new BranchKeyStore(new BranchKeyStoreConfiguration { TableName = "no-such-table", Kms = lab.Store.Kms }, lab.Dynamo, lab.Kms.Clients());

        var refusal = await Assert.ThrowsAsync<KeyUnavailableException>(() => absent.GetActiveAsync("tenant"));

        Assert.Equal("key-store-missing", refusal.Rule);
    }

    [Theory]
    [InlineData("AccessDeniedException", "kms-access-denied")]
    [InlineData("DisabledException", "kms-disabled")]
    [InlineData("KMSInvalidStateException", "kms-key-state")]
    public async Task What_KMS_refuses_names_the_branch_key_and_the_KMS_key_in_the_order_of_what_was_tried(string code, string rule)
    {
        await using var lab = await KeyLab.CreateAsync();
        var id = await lab.Admin.CreateKeyAsync();
        using var fault = lab.Kms.Faults.Fail(code, "Decrypt");

        var refusal = await Assert.ThrowsAsync<KeyUnavailableException>(() => lab.Admin.GetActiveAsync(id));

        Assert.Equal(rule, refusal.Rule);
        Assert.Equal(
            [new KeyAttempt("dynamodb:GetItem", id, "found"), new KeyAttempt("kms:Decrypt", lab.KeyArn, code)],
            refusal.Attempts);
        Assert.IsType<Amazon.KeyManagementService.AmazonKeyManagementServiceException>(refusal.InnerException, exactMatch: false);
        Assert.Contains(id, refusal.Message, StringComparison.Ordinal);
        Assert.Contains(lab.KeyArn, refusal.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1, "arn:aws:kms:eu-west-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab")]
    [InlineData(2, "arn:aws:kms:eu-west-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab")]
    [InlineData(2, null)]
    public async Task A_version_or_a_beacon_key_that_another_KMS_key_made_is_not_stored(int call, string? answered)
    {
        await using var lab = await KeyLab.CreateAsync();
        using var kms = new MisnamingKms(lab.Kms, call, answered);
        using var clients = new KmsClientSupplier(kms);
        var store = new BranchKeyStore(lab.Store, lab.Dynamo, clients);

        var refusal = await Assert.ThrowsAsync<KeyUnavailableException>(() => store.CreateKeyAsync());

        Assert.Equal("kms-response", refusal.Rule);
        Assert.Equal([new KeyAttempt("kms:GenerateDataKeyWithoutPlaintext", lab.KeyArn, "another key than asked for, or none")], refusal.Attempts);
        Assert.Empty(await lab.StoredKeysAsync());
    }

    private static BranchKeyStore Named(string table)
    {
        var kms = BranchKeyStoreKms.Key("arn:aws:kms:eu-west-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab");
        return new(new BranchKeyStoreConfiguration { TableName = table, Kms = kms }, new AnsweringDynamoDB([]), new KmsClientSupplier(_ => throw new InvalidOperationException("Nothing is called.")));
    }

    private static async Task<object> OutcomeAsync(Task<Guid> rotation)
    {
        try
        {
            return await rotation;
        }
        catch (KeyStoreException refusal)
        {
            return refusal.Rule;
        }
    }

    private static BranchKeyStore Answering(KeyLab lab, Dictionary<string, AttributeValue> item)
        => new(lab.Store, new AnsweringDynamoDB(item), lab.Kms.Clients());

    private static void Tamper(Dictionary<string, AttributeValue> active, Dictionary<string, AttributeValue> beacon, string what)
    {
        switch (what)
        {
            case "enc":
                var bytes = active["enc"].B.ToArray();
                bytes[^1] ^= 1;
                active["enc"] = new() { B = new MemoryStream(bytes) };
                break;
            case "hierarchy-version":
                active[what] = new() { N = "2" };
                break;
            case "added-number":
                active["added"] = new() { N = "1" };
                break;
            case "kms-arn":
                active[what] = new() { S = "arn:aws:kms:eu-west-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab" };
                break;
            case "version":
                active[what] = new() { S = $"branch:version:{Guid.NewGuid()}" };
                break;
            case "beacon-for-active":
                active["enc"] = beacon["enc"];
                break;
            case var without when without.StartsWith("without-", StringComparison.Ordinal):
                active.Remove(without["without-".Length..]);
                break;
            default:
                active[what] = new() { S = "another" };
                break;
        }
    }
}
