using System.Text;
using System.Text.Json.Nodes;
using Encrypted.Mapper.Interop.Tests.Support;
using Encrypted.Mapper.Keys;

namespace Encrypted.Mapper.Interop.Tests;

/// <summary>Keyrings, section 6, against <c>@aws-crypto/kms-keyring-node</c>: both call the same local AWS KMS.</summary>
public sealed class KmsKeyringTests(ForeignProgram program, KmsServer server)
{
    private const string Account = "111122223333";
    private const string OtherAccount = "444455556666";

    public static TheoryData<string> NamedContexts => Contexts.Names;

    [Theory]
    [MemberData(nameof(NamedContexts))]
    public async Task What_ours_wraps_the_foreign_keyring_unwraps(string context)
    {
        var key = server.Kms.CreateKey();

        await Exchange.OursIsReadByBothAsync(Ours(key), Foreign(key), Contexts.Named(context));
    }

    [Theory]
    [MemberData(nameof(NamedContexts))]
    public async Task What_the_foreign_keyring_wraps_ours_unwraps(string context)
    {
        var key = server.Kms.CreateKey();

        await Exchange.ForeignIsReadByBothAsync(Ours(key), Foreign(key), Contexts.Named(context));
    }

    [Fact]
    public async Task A_key_that_was_given_is_wrapped_and_unwrapped_as_it_is()
    {
        var key = server.Kms.CreateKey();

        await Exchange.ForeignIsReadByBothAsync(Ours(key), Foreign(key), Contexts.Item(), intermediateKey: [.. Enumerable.Range(1, 32).Select(value => (byte)value)]);
    }

    [Fact]
    public async Task An_encrypted_data_key_names_the_key_and_ends_with_what_the_service_made()
    {
        var key = server.Kms.CreateKey();
        var (written, _) = await Exchange.WriteAsync(Ours(key), Contexts.Item());
        var blob = written.Ciphertext[48..].ToArray();

        var intermediateKey = await new ForeignKms(program, server).DecryptAsync(blob, key, Contexts.Item());

        Assert.Equal("aws-kms", written.ProviderId);
        Assert.Equal(key, Encoding.UTF8.GetString(written.ProviderInfo.Span));
        Assert.Equal(await Foreign(key).UnwrapAsync(written, Contexts.Item()), intermediateKey);
    }

    [Fact]
    public async Task Both_ask_the_service_for_the_same()
    {
        var key = server.Kms.CreateKey();

        await Exchange.OursIsReadByBothAsync(Ours(key), Foreign(key), Contexts.Item());
        await Exchange.ForeignIsReadByBothAsync(Ours(key), Foreign(key), Contexts.Item());

        var calls = server.CallsOf(key);
        Assert.Equal(
            [("ours", "GenerateDataKey"), ("foreign", "Decrypt"), ("ours", "Decrypt"), ("foreign", "GenerateDataKey"), ("ours", "Decrypt"), ("foreign", "Decrypt")],
            calls.Select(call => (call.Caller, call.Operation)));
        Assert.All(calls, call => Assert.Equal(Contexts.Item(), call.EncryptionContext.ToDictionary()));
    }

    [Fact]
    public async Task Both_refuse_under_another_context()
    {
        var key = server.Kms.CreateKey();
        var (written, _) = await Exchange.WriteAsync(Ours(key), Contexts.Item());
        var foreignWritten = Exchange.Complete(await Foreign(key).WrapAsync(Contexts.Item()), Contexts.Item());

        await Assert.ThrowsAsync<ForeignException>(() => Foreign(key).UnwrapAsync(written, Contexts.Other()));
        Assert.Null(await Exchange.ReadAsync(Ours(key), written, Contexts.Other()));
        Assert.Null(await Exchange.ReadAsync(Ours(key), foreignWritten, Contexts.Other()));
    }

    [Fact]
    public async Task Both_pass_over_another_key()
    {
        var (key, other) = (server.Kms.CreateKey(), server.Kms.CreateKey());
        var (written, _) = await Exchange.WriteAsync(Ours(other), Contexts.Item());

        Assert.Null(await Foreign(key).UnwrapAsync(written, Contexts.Item()));
        Assert.Null(await Exchange.ReadAsync(Ours(key), written, Contexts.Item()));
        Assert.Empty(server.CallsOf(key));
    }

    [Fact]
    public async Task Both_write_under_an_alias_what_the_key_reads()
    {
        var key = server.Kms.CreateKey();
        var alias = server.Kms.CreateAlias("alias/" + Guid.NewGuid().ToString("N"), key);
        var (written, expected) = await Exchange.WriteAsync(Ours(alias), Contexts.Item());
        var foreignWritten = Exchange.Complete(await Foreign(alias).WrapAsync(Contexts.Item()), Contexts.Item());

        Assert.Equal(expected, await Exchange.ReadAsync(Ours(key), written, Contexts.Item()));
        Assert.NotNull(await Foreign(key).UnwrapAsync(written, Contexts.Item()));
        Assert.NotNull(await Exchange.ReadAsync(Ours(key), foreignWritten, Contexts.Item()));
    }

    [Fact]
    public async Task A_replica_reads_what_another_wrote_on_either_side()
    {
        var primary = server.Kms.CreateKey(multiRegion: true);
        var replica = server.Kms.ReplicateKey(primary, "us-west-2");
        var oursThere = new KmsMrkKeyring(server.Kms.Clients("ours"), replica);
        var foreignThere = ForeignMrk(replica, "us-west-2");
        var (written, expected) = await Exchange.WriteAsync(new KmsMrkKeyring(server.Kms.Clients("ours"), primary), Contexts.Item());
        var foreignWritten = Exchange.Complete(await ForeignMrk(primary, "eu-west-1").WrapAsync(Contexts.Item()), Contexts.Item());

        Assert.Equal(expected, await Exchange.ReadAsync(oursThere, written, Contexts.Item()));
        Assert.Equal(32, (await foreignThere.UnwrapAsync(written, Contexts.Item()))?.Length);
        Assert.NotNull(await Exchange.ReadAsync(oursThere, foreignWritten, Contexts.Item()));
        Assert.Equal(32, (await foreignThere.UnwrapAsync(foreignWritten, Contexts.Item()))?.Length);
    }

    [Fact]
    public async Task Keyrings_of_one_key_read_their_Regions_alone_on_either_side()
    {
        var primary = server.Kms.CreateKey(multiRegion: true);
        var replica = server.Kms.ReplicateKey(primary, "us-west-2");
        var (written, _) = await Exchange.WriteAsync(Ours(primary), Contexts.Item());

        Assert.Null(await Exchange.ReadAsync(Ours(replica), written, Contexts.Item()));
        Assert.Null(await Foreign(replica).UnwrapAsync(written, Contexts.Item()));
    }

    [Fact]
    public async Task Discovery_reads_the_keys_of_its_accounts_on_either_side()
    {
        var key = server.Kms.CreateKey();
        var (written, expected) = await Exchange.WriteAsync(Ours(key), Contexts.Item());
        var foreignWritten = Exchange.Complete(await Foreign(key).WrapAsync(Contexts.Item()), Contexts.Item());

        Assert.Equal(expected, await Exchange.ReadAsync(Discovery(Account), written, Contexts.Item()));
        Assert.NotNull(await ForeignDiscovery("kmsDiscovery", Account).UnwrapAsync(written, Contexts.Item()));
        Assert.NotNull(await Exchange.ReadAsync(Discovery(Account), foreignWritten, Contexts.Item()));
        Assert.Null(await Exchange.ReadAsync(Discovery(OtherAccount), foreignWritten, Contexts.Item()));
        Assert.Null(await ForeignDiscovery("kmsDiscovery", OtherAccount).UnwrapAsync(written, Contexts.Item()));
    }

    [Fact]
    public async Task Discovery_of_multi_Region_keys_goes_to_the_replica_of_its_Region_on_either_side()
    {
        var primary = server.Kms.CreateKey(region: "us-west-2", multiRegion: true);
        var replica = server.Kms.ReplicateKey(primary, "eu-west-1");
        var (written, expected) = await Exchange.WriteAsync(Ours(primary), Contexts.Item());
        var foreignWritten = Exchange.Complete(await ForeignMrk(primary, "us-west-2").WrapAsync(Contexts.Item()), Contexts.Item());

        Assert.Equal(expected, await Exchange.ReadAsync(MrkDiscovery(Account), written, Contexts.Item()));
        Assert.NotNull(await Exchange.ReadAsync(MrkDiscovery(Account), foreignWritten, Contexts.Item()));
        Assert.NotNull(await ForeignDiscovery("kmsMrkDiscovery", Account).UnwrapAsync(written, Contexts.Item()));
        Assert.Equal(["ours", "ours", "foreign"], server.CallsOf(replica).Select(call => call.Caller));
    }

    private KmsKeyring Ours(string keyId) => new(server.Kms.Clients("ours"), keyId);

    private KmsDiscoveryKeyring Discovery(string account) => new(server.Kms.Clients("ours"), "eu-west-1", new("aws", account));

    private KmsMrkDiscoveryKeyring MrkDiscovery(string account) => new(server.Kms.Clients("ours"), "eu-west-1", new("aws", account));

    private ForeignKeyring Foreign(string keyId) => new(program, new()
    {
        ["type"] = "kms",
        ["service"] = server.Described(),
        ["keyId"] = keyId,
    });

    private ForeignKeyring ForeignMrk(string keyId, string region) => new(program, new()
    {
        ["type"] = "kmsMrk",
        ["service"] = server.Described(region: region),
        ["keyId"] = keyId,
    });

    private ForeignKeyring ForeignDiscovery(string type, string account) => new(program, new()
    {
        ["type"] = type,
        ["service"] = server.Described(),
        ["partition"] = "aws",
        ["accountIDs"] = new JsonArray(account),
    });
}
