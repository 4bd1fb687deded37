using System.Text;
using Encrypted.Mapper.Encryption;
using Encrypted.Mapper.IndependentReader;
using Encrypted.Mapper.Keys;

namespace Encrypted.Mapper.Kms.Tests;

/// <summary>Keyrings, sections 6.2 and 6.3: one key, named by the configuration.</summary>
public sealed class SymmetricKeyTests : RunningKms
{
    [Theory]
    [InlineData(AlgorithmSuite.SymSigHmacSha384, false)]
    [InlineData(AlgorithmSuite.EcdsaP384SymSigHmacSha384, false)]
    [InlineData(AlgorithmSuite.SymSigHmacSha384, true)]
    [InlineData(AlgorithmSuite.EcdsaP384SymSigHmacSha384, true)]
    public async Task An_item_is_written_by_one_call_and_read_by_one(AlgorithmSuite suite, bool multiRegion)
    {
        var key = Kms.CreateKey(multiRegion: multiRegion);
        IKeyring keyring = multiRegion ? new KmsMrkKeyring(Clients, key) : new KmsKeyring(Clients, key);

        var stored = await WriteAsync(keyring, suite);
        Assert.Equal([("GenerateDataKey", key)], Kms.Calls.Select(call => (call.Operation, call.KeyArn!)));

        Assert.Equal(Secret, await ReadAsync(keyring, stored));
        Assert.Equal([("GenerateDataKey", key), ("Decrypt", key)], Kms.Calls.Select(call => (call.Operation, call.KeyArn!)));
    }

    [Fact]
    public async Task S19_every_item_has_an_intermediate_key_of_its_own_and_nothing_is_kept()
    {
        var keyring = new KmsKeyring(Clients, Kms.CreateKey());
        for (var i = 0; i < 10; i++)
        {
            var stored = await WriteAsync(keyring);
            await ReadAsync(keyring, stored);
            await ReadAsync(keyring, stored);
        }

        Assert.Equal((10, 20), (Kms.CallCount("GenerateDataKey"), Kms.CallCount("Decrypt")));
    }

    [Fact]
    public async Task The_whole_encryption_context_goes_with_both_calls()
    {
        var keyring = new KmsKeyring(Clients, Kms.CreateKey());

        var stored = await WriteAsync(keyring);
        await ReadAsync(keyring, stored);

        var header = Header.Parse(stored["aws_dbe_head"].B.ToArray());
        var expected = new Dictionary<string, string>
        {
            ["aws-crypto-table-name"] = "Patients",
            ["aws-crypto-partition-name"] = "Id",
            ["aws-crypto-attr.Id"] = Convert.ToBase64String([0, 1, .. "p-1"u8]),
            ["aws-crypto-public-key"] = header.StoredContext["aws-crypto-public-key"],
        };
        Assert.All(Kms.Calls, call => Assert.Equal(expected.OrderBy(pair => pair.Key, StringComparer.Ordinal), call.EncryptionContext.OrderBy(pair => pair.Key, StringComparer.Ordinal)));
        Assert.Equal(2, Kms.Calls.Count);
    }

    [Fact]
    public async Task The_header_names_the_provider_and_the_keys_ARN()
    {
        var key = Kms.CreateKey();

        var stored = await WriteAsync(new KmsKeyring(Clients, key));

        var entry = Assert.Single(Header.Parse(stored["aws_dbe_head"].B.ToArray()).DataKeys);
        Assert.Equal(("aws-kms", key), (entry.ProviderId, Encoding.UTF8.GetString(entry.ProviderInfo)));
    }

    [Theory]
    [InlineData("name")]
    [InlineData("arn")]
    [InlineData("id")]
    public async Task An_alias_or_a_bare_id_writes_and_does_not_read(string form)
    {
        var key = Kms.CreateKey();
        var arn = Kms.CreateAlias("alias/patients", key);
        var keyId = form switch { "name" => "alias/patients", "arn" => arn, _ => key[(key.IndexOf('/', StringComparison.Ordinal) + 1)..] };
        var stored = await WriteAsync(new KmsKeyring(Clients, keyId));

        Assert.Equal(Secret, await ReadAsync(new KmsKeyring(Clients, key), stored));
        Kms.ClearCalls();
        foreach (var keyring in new IKeyring[] { new KmsKeyring(Clients, keyId), new KmsMrkKeyring(Clients, keyId) })
        {
            var error = await Assert.ThrowsAsync<ModelConfigurationException>(() => ReadAsync(keyring, stored));
            Assert.Equal("kms-key-arn", error.Rule);
            Assert.Contains(keyId, error.Message, StringComparison.Ordinal);
        }

        Assert.Empty(Kms.Calls);
    }

    [Fact]
    public async Task Beside_an_alias_that_writes_a_key_named_by_its_ARN_reads()
    {
        var key = Kms.CreateKey();
        Kms.CreateAlias("alias/patients", key);
        var keyring = new MultiKeyring(new KmsKeyring(Clients, "alias/patients"), new KmsKeyring(Clients, Kms.CreateKey()));
        var stored = await WriteAsync(keyring);

        Assert.Equal(Secret, await ReadAsync(keyring, stored));
    }

    [Fact]
    public async Task A_replica_reads_in_its_own_Region_what_the_primary_wrote()
    {
        var primary = Kms.CreateKey(multiRegion: true);
        var replica = Kms.ReplicateKey(primary, OtherRegion);
        var stored = await WriteAsync(new KmsMrkKeyring(Clients, primary));

        Assert.Equal(Secret, await ReadAsync(new KmsMrkKeyring(Clients, replica), stored));
        Assert.Equal((OtherRegion, replica), (Kms.Calls[^1].Region, Kms.Calls[^1].KeyArn));

        Kms.ClearCalls();
        await UnverifiableAsync("data-key", new KmsKeyring(Clients, replica), stored);
        Assert.Empty(Kms.Calls);
    }

    [Fact]
    public async Task Of_two_keys_each_alone_reads_by_one_call()
    {
        var (first, second) = (Kms.CreateKey(), Kms.CreateKey());
        var stored = await WriteAsync(new MultiKeyring(new KmsKeyring(Clients, first), new KmsKeyring(Clients, second)));
        Assert.Equal(2, Kms.CallCount("GenerateDataKey"));

        Assert.Equal(Secret, await ReadAsync(new KmsKeyring(Clients, first), stored));
        Assert.Equal(Secret, await ReadAsync(new KmsKeyring(Clients, second), stored));
        Assert.Equal([first, second], Kms.Calls.Where(call => call.Operation == "Decrypt").Select(call => call.KeyArn));
    }

    [Fact]
    public async Task Another_key_is_not_asked()
    {
        var stored = await WriteAsync(new KmsKeyring(Clients, Kms.CreateKey()));
        Kms.ClearCalls();

        await UnverifiableAsync("data-key", new KmsKeyring(Clients, Kms.CreateKey()), stored);
        Assert.Empty(Kms.Calls);
    }

    [Fact]
    public async Task A_changed_key_attribute_is_found_by_KMS_and_is_a_verification_failure()
    {
        var keyring = new KmsKeyring(Clients, Kms.CreateKey());
        var stored = await WriteAsync(keyring);
        stored["Id"] = new() { S = "p-2" };

        await UnverifiableAsync("data-key", keyring, stored);
        Assert.Equal("InvalidCiphertextException", Kms.Calls[^1].ErrorCode);
    }

    [Fact]
    public async Task Grant_tokens_go_with_both_calls()
    {
        var key = Kms.CreateKey();
        Kms.Restrict(key).Allow("owner", "*");
        using var owner = Kms.CreateClient("owner");
        var grant = await owner.CreateGrantAsync(
            new() { KeyId = key, GranteePrincipal = $"arn:aws:iam::{Account}:user/tenant", Operations = ["GenerateDataKey", "Decrypt"] },
            Cancellation);
        var keyring = new KmsKeyring(Kms.Clients("tenant"), key, [grant.GrantToken]);

        Assert.Equal(Secret, await ReadAsync(keyring, await WriteAsync(keyring)));
        using (Kms.Faults.Delay(TimeSpan.Zero))
        {
            var wrong = new KmsKeyring(Kms.Clients("tenant"), key, ["not a token"]);
            var error = await Assert.ThrowsAsync<KeyUnavailableException>(() => WriteAsync(wrong));
            Assert.Equal("InvalidGrantTokenException", Assert.Single(error.Attempts).Outcome);
        }
    }
}
