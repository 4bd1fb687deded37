using System.Text.Json.Nodes;
using Encrypted.Mapper.Testing;
using Encrypted.Mapper.Tool.Tests.Support;

namespace Encrypted.Mapper.Tool.Tests.KeyStore;

/// <summary>Items under keys of KMS and of a key store, by a schema file.</summary>
public sealed class AwsKeyringTests
{
    private const string Item = """{"pk":{"S":"tenant-1"},"e":{"S":"x"}}""";

    public static TheoryData<string, string> Refused => new()
    {
        { """{"type":"kms","keyId":""}""", "kms-key-id" },
        { """{"type":"kms-mrk","keyId":"arn:aws:s3:::bucket"}""", "kms-key-id" },
        { """{"type":"kms","keyId":"KEY","grantTokens":[""]}""", "kms-grant-tokens" },
        { """{"type":"kms-discovery","region":"eu-west-1"}""", "kms-discovery-filter" },
        { """{"type":"kms-discovery","region":"","accountIds":["111122223333"]}""", "kms-region" },
        { """{"type":"kms-mrk-discovery","region":"eu-west-1","partition":"","accountIds":["111122223333"]}""", "kms-discovery-filter" },
        { """{"type":"kms-rsa","keyId":"alias/key","padding":"OAEP_SHA1_MGF1"}""", "kms-key-arn" },
        { """{"type":"kms-rsa","keyId":"KEY","padding":"OAEP_SHA1_MGF1","publicKeyPem":"none"}""", "kms-rsa-key" },
        { """{"type":"key-store","table":"no table","kmsKeyArn":"KEY","branchKeyId":"b"}""", "key-store-table" },
        { """{"type":"key-store","table":"Table","kmsKeyArn":"KEY","branchKeyId":""}""", "branch-key-id" },
        { """{"type":"key-store","table":"Table","logicalName":"","kmsKeyArn":"KEY","branchKeyId":"b"}""", "key-store-logical-name" },
        { """{"type":"key-store","table":"Table","kmsMrkArn":"alias/key","branchKeyId":"b"}""", "kms-key-arn" },
    };

    [Fact]
    public async Task A_KMS_key_protects_and_discovery_reads_within_its_accounts()
    {
        await using var lab = await KeyStoreLab.CreateAsync(withTable: false);
        var account = lab.KeyArn.Split(':')[4];

        var written = await RunAsync(lab, "encrypt", Item, Keyring("kms", ("keyId", lab.KeyArn)));
        var read = await RunAsync(lab, "decrypt", written.Text, Keyring("kms", ("keyId", lab.KeyArn)));
        var discovered = await RunAsync(lab, "decrypt", written.Text, Discovery("kms-discovery", "eu-west-1", account));
        var foreign = await RunAsync(lab, "decrypt", written.Text, Discovery("kms-discovery", "eu-west-1", "999988887777"));

        Assert.Equal((Item + "\n", Item + "\n"), (read.Text, discovered.Text));
        Assert.Equal(ExitCodes.SomeFailed, foreign.ExitCode);
        Assert.Equal(1, lab.Kms.CallCount("GenerateDataKey"));
        Assert.Equal(2, lab.Kms.CallCount("Decrypt"));
    }

    [Fact]
    public async Task A_replica_reads_what_another_wrote()
    {
        await using var lab = await KeyStoreLab.CreateAsync(withTable: false);
        var primary = lab.Kms.CreateKey(multiRegion: true);
        var replica = lab.Kms.ReplicateKey(primary, "us-east-1");

        var written = await RunAsync(lab, "encrypt", Item, Keyring("kms-mrk", ("keyId", primary)));
        var read = await RunAsync(lab, "decrypt", written.Text, Keyring("kms-mrk", ("keyId", replica)));
        var discovered = await RunAsync(lab, "decrypt", written.Text, Discovery("kms-mrk-discovery", "us-east-1", primary.Split(':')[4]));
        var strict = await RunAsync(lab, "decrypt", written.Text, Keyring("kms", ("keyId", replica)));

        Assert.Equal((Item + "\n", Item + "\n"), (read.Text, discovered.Text));
        Assert.Equal(ExitCodes.SomeFailed, strict.ExitCode);
        Assert.All(lab.Kms.Calls.Skip(1), call => Assert.Equal("us-east-1", call.Region));
    }

    [Theory]
    [InlineData("OAEP_SHA1_MGF1")]
    [InlineData("OAEP_SHA256_MGF1")]
    public async Task An_RSA_key_of_KMS_protects_without_a_call_and_reads_with_one(string padding)
    {
        await using var lab = await KeyStoreLab.CreateAsync(withTable: false);
        var key = lab.Kms.CreateKey(LocalKmsKeySpec.Rsa2048);

        var written = await RunAsync(lab, "encrypt", Item, Keyring("kms-rsa", ("keyId", key), ("padding", padding), ("publicKeyPem", lab.Kms.PublicKeyPem(key))));
        var calls = lab.Kms.CallCount();
        var read = await RunAsync(lab, "decrypt", written.Text, Keyring("kms-rsa", ("keyId", key), ("padding", padding)));

        Assert.Equal((Item + "\n", 0, 1), (read.Text, calls, lab.Kms.CallCount()));
    }

    [Fact]
    public async Task A_branch_key_of_a_key_store_protects_many_items_with_one_call()
    {
        await using var lab = await KeyStoreLab.CreateAsync();
        var id = (await lab.RunAsync("create")).Lines[0];
        lab.Kms.ClearCalls();
        var keyring = KeyStore(lab, "branchKeyId", id);

        var written = await RunAsync(lab, "encrypt", Item + "\n" + Item + "\n", keyring);
        var calls = lab.Kms.CallCount();
        await lab.RunAsync("rotate", "--id", id);
        var read = await RunAsync(lab, "decrypt", written.Text, keyring);

        Assert.Equal((Item + "\n" + Item + "\n", 1), (read.Text, calls));
    }

    [Fact]
    public async Task An_attribute_of_the_key_names_the_branch_key()
    {
        await using var lab = await KeyStoreLab.CreateAsync();
        await lab.RunAsync("create", "--id", "tenant-1", "--context", "purpose=test");
        var keyring = KeyStore(lab, "supplierFromField", "pk");

        var written = await RunAsync(lab, "encrypt", Item, keyring);
        var read = await RunAsync(lab, "decrypt", written.Text, keyring);
        var unknown = await RunAsync(lab, "encrypt", """{"pk":{"S":"tenant-2"}}""", keyring);

        Assert.Equal(Item + "\n", read.Text);
        Assert.Contains("(rule branch-key-unknown)", unknown.OnlyError().Message, StringComparison.Ordinal);
        Assert.DoesNotContain("tenant-2", unknown.OnlyError().Message, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Refused))]
    public async Task A_keyring_that_can_not_be_is_refused_for_each_item(string keyring, string rule)
    {
        await using var lab = await KeyStoreLab.CreateAsync(withTable: false);

        var result = await RunAsync(lab, "decrypt", Item, JsonNode.Parse(keyring.Replace("KEY", lab.KeyArn, StringComparison.Ordinal))!.AsObject());

        var (type, message) = result.OnlyError();
        Assert.Equal(nameof(ModelConfigurationException), type);
        Assert.Contains($"(rule {rule})", message, StringComparison.Ordinal);
        Assert.Empty(lab.Kms.Calls);
    }

    private static JsonObject Keyring(string type, params (string Name, string Value)[] properties)
        => new([new("type", type), .. properties.Select(property => KeyValuePair.Create(property.Name, (JsonNode?)property.Value))]);

    private static JsonObject Discovery(string type, string region, string account)
    {
        var keyring = Keyring(type, ("region", region));
        keyring["accountIds"] = new JsonArray(account);
        return keyring;
    }

    private static JsonObject KeyStore(KeyStoreLab lab, string property, string value)
        => Keyring("key-store", ("table", lab.Table), ("kmsKeyArn", lab.KeyArn), ("region", "eu-west-1"), (property, value));

    private static async Task<ToolResult> RunAsync(KeyStoreLab lab, string command, string input, JsonObject keyring)
    {
        using var schema = SchemaFile.With(json => json["keyring"] = keyring.DeepClone());
        return await ToolRun.WithinAsync(input, "item", command, "--config", schema.Path, "--kms-endpoint", lab.Kms.Endpoint.ToString(), "--dynamodb-endpoint", KeyStoreLab.DynamoEndpoint);
    }
}
