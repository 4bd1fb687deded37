using System.Text.Json.Nodes;
using Encrypted.Mapper.Tool.Schema;
using Encrypted.Mapper.Tool.Tests.Support;

namespace Encrypted.Mapper.Tool.Tests.Schema;

/// <summary>A configuration that the format refuses is refused for each item, as in the SDK itself.</summary>
public sealed class RefusalTests
{
    private const string Key16 = "AAAAAAAAAAAAAAAAAAAAAA==";

    public static TheoryData<string, string, string> Refused => new()
    {
        { "partitionKey", "\"e\"", "key-action" },
        { "partitionKey", "\"absent\"", "key-action" },
        { "partitionKey", "\"\"", "key-action|name-form" },
        { "sortKey", "\"pk\"", "key-names" },
        { "sortKey", "\"u\"", "key-action" },
        { "actions", "{}", "key-action" },
        { "actions", """{"pk":"SIGN_ONLY","c":"SIGN_AND_INCLUDE_IN_ENCRYPTION_CONTEXT"}""", "key-action" },
        { "actions", """{"pk":"SIGN_ONLY","z":"DO_NOTHING"}""", "unsigned-not-listed" },
        { "actions", """{"pk":"SIGN_ONLY","u":"SIGN_ONLY"}""", "signed-and-unsigned" },
        { "actions", """{"pk":"SIGN_ONLY","aws_dbe_x":"SIGN_ONLY"}""", "reserved-name" },
        { "unsignedPrefix", "\"\"", "signed-and-unsigned" },
        { "keyring", """{"type":"raw-aes","namespace":"n","name":"k","keyBase64":""}""", "raw-key-length" },
        { "keyring", """{"type":"raw-aes","namespace":"n","name":"k","keyBase64":"AAAA"}""", "raw-key-length" },
        { "keyring", """{"type":"raw-aes","namespace":"aws-kms","name":"k","keyBase64":"AAAAAAAAAAAAAAAAAAAAAA=="}""", "raw-key-namespace" },
        { "keyring", """{"type":"raw-rsa","namespace":"n","name":"k","padding":"PKCS1"}""", "raw-rsa-key" },
        { "keyring", """{"type":"raw-rsa","namespace":"n","name":"k","padding":"PKCS1","publicKeyPem":"no key"}""", "raw-rsa-key" },
        { "keyring", """{"type":"multi"}""", "multi-keyring-empty" },
        { "keyring", """{"type":"multi","generator":null,"children":null}""", "multi-keyring-empty" },
        { "keyring", """{"type":"multi","generator":{"type":"raw-aes","namespace":"n","name":"k","keyBase64":"AAAAAAAAAAAAAAAAAAAAAA=="},"children":[{"type":"raw-aes","namespace":"n","name":"k","keyBase64":"AAAA"}]}""", "raw-key-length" },
        { "keyring", """{"type":"hierarchy","branchKeyId":"","branchKeyVersion":"e9ce18a3-edb5-4272-9f86-1cacb7997ff6","branchKeyBase64":"AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8="}""", "keyring-refused" },
        { "keyring", """{"type":"hierarchy","branchKeyId":"b","branchKeyVersion":"1","branchKeyBase64":"AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8="}""", "keyring-refused" },
        { "keyring", """{"type":"hierarchy","branchKeyId":"b","branchKeyVersion":"e9ce18a3-edb5-4272-9f86-1cacb7997ff6","branchKeyBase64":"AAAA"}""", "keyring-refused" },
    };

    [Theory]
    [MemberData(nameof(Refused))]
    public async Task Each_item_gets_the_refusal(string property, string value, string rules)
    {
        using var schema = SchemaFile.With(json => json[property] = JsonNode.Parse(value));

        foreach (var command in (string[])["encrypt", "decrypt"])
        {
            var result = await ToolRun.WithinAsync("""{"pk":{"S":"p"}}""" + "\nno item\n" + """{"pk":{"S":"q"}}""" + "\n", "item", command, "--config", schema.Path);

            Assert.Equal((ExitCodes.SomeFailed, "", 3), (result.ExitCode, result.Messages, result.Lines.Length));
            var error = ToolResult.ErrorOf(result.Lines[0])!.Value;
            Assert.Contains(error.Type, (string[])[nameof(ModelConfigurationException), nameof(KeyringRefusedException)]);
            Assert.Contains(rules.Split('|'), rule => error.Message.EndsWith($"(rule {rule}).", StringComparison.Ordinal));
            Assert.Contains("(rule line-not-json)", result.Lines[1], StringComparison.Ordinal);
            Assert.Equal(result.Lines[0], result.Lines[2]);
        }
    }

    [Fact]
    public async Task A_branch_key_version_that_stands_twice_is_refused()
    {
        var key = $$"""{"branchKeyId":"b","branchKeyVersion":"e9ce18a3-edb5-4272-9f86-1cacb7997ff6","branchKeyBase64":"{{SchemaFile.Key}}"}""";
        using var schema = SchemaFile.With(json => json["keyring"] = JsonNode.Parse($$"""{"type":"hierarchy","supplierFromField":"pk","keys":[{{key}},{{key}}]}"""));

        var result = await ToolRun.WithinAsync("""{"pk":{"S":"b"}}""", "item", "encrypt", "--config", schema.Path);

        Assert.Contains("keys[1].branchKeyVersion is a branch key version that stands twice", result.OnlyError().Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"S":"other"}""", nameof(KeyUnavailableException))]
    [InlineData("""{"N":"1"}""", nameof(ModelConfigurationException))]
    public async Task An_item_that_names_no_branch_key_is_refused_and_others_are_not(string field, string type)
    {
        using var schema = SchemaFile.With(json => json["keyring"] = JsonNode.Parse(
            $$"""{"type":"hierarchy","supplierFromField":"pk","keys":[{"branchKeyId":"b","branchKeyVersion":"e9ce18a3-edb5-4272-9f86-1cacb7997ff6","branchKeyBase64":"{{SchemaFile.Key}}"}]}"""));

        var result = await ToolRun.WithinAsync($$$"""{"pk":{{{field}}}}""" + "\n" + """{"pk":{"S":"b"}}""", "item", "encrypt", "--config", schema.Path);

        Assert.Equal(type, ToolResult.ErrorOf(result.Lines[0])?.Type);
        Assert.Null(ToolResult.ErrorOf(result.Lines[1]));
    }

    [Fact]
    public async Task Any_AES_key_length_and_both_suites_are_accepted()
    {
        foreach (var key in (string[])[Key16, "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", SchemaFile.Key])
        {
            foreach (var suite in (string[])["ECDSA", "SYMSIG"])
            {
                using var schema = SchemaFile.With(json => json["keyring"]!["keyBase64"] = key, json => json["algorithmSuite"] = suite);
                Assert.Equal(ExitCodes.AllSucceeded, (await ToolRun.WithinAsync("""{"pk":{"S":"p"}}""", "item", "encrypt", "--config", schema.Path)).ExitCode);
            }
        }
    }
}
