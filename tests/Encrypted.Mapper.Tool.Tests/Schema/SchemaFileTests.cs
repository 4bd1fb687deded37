using System.Text.Json.Nodes;
using Encrypted.Mapper.Tool.Tests.Support;

namespace Encrypted.Mapper.Tool.Tests.Schema;

/// <summary>A schema file that can't be understood ends the tool before it reads an item.</summary>
public sealed class SchemaFileTests
{
    private const string Item = """{"pk":{"S":"p"},"e":{"S":"x"}}""";

    public static TheoryData<string, string> Unreadable => new()
    {
        { "", "the file is not JSON" },
        { "{", "the file is not JSON" },
        { """{"table":"\ud800"}""", "not Unicode" },
        { """{"table":"T",}""", "the file is not JSON" },
        { "[]", "the file must hold an object" },
        { """{"table":"T","table":"T"}""", "table stands twice" },
        { """{"table":"T"}""", "partitionKey is missing" },
    };

    public static TheoryData<string, string, string> Changed => new()
    {
        { "surplus", "1", "surplus is not a property" },
        { "search", "{}", "search is not a property" },
        { "Table", "\"T\"", "Table is not a property" },
        { "version", "2", "version must be 1" },
        { "version", "\"1\"", "version must be 1" },
        { "version", "1.5", "version must be 1" },
        { "table", "null", "table is missing" },
        { "table", "7", "table must be text" },
        { "partitionKey", "null", "partitionKey is missing" },
        { "sortKey", "[]", "sortKey must be text" },
        { "actions", "null", "actions is missing" },
        { "actions", "[]", "actions must be an object" },
        { "actions", """{"pk":"SIGN"}""", "actions.pk must be ENCRYPT_AND_SIGN or SIGN_ONLY or " },
        { "actions", """{"pk":null}""", "actions.pk has no action" },
        { "actions", """{"pk":1}""", "actions.pk must be text" },
        { "unsignedAttributes", "\"u\"", "unsignedAttributes must be an array" },
        { "unsignedAttributes", "[1]", "unsignedAttributes must be an array of text" },
        { "unsignedPrefix", "1", "unsignedPrefix must be text" },
        { "algorithmSuite", "\"symsig\"", "algorithmSuite must be ECDSA or SYMSIG" },
        { "plaintextOverride", "\"ALLOW\"", "plaintextOverride must be FORBID_" },
        { "keyring", "null", "keyring is missing" },
        { "keyring", "\"k\"", "keyring must be an object" },
        { "keyring", "{}", "keyring.type is missing" },
        { "keyring", """{"type":"aws"}""", "keyring.type must be raw-aes, raw-rsa, multi, hierarchy, kms, kms-mrk, kms-discovery, kms-mrk-discovery, kms-rsa or key-store" },
        { "keyring", """{"type":"kms"}""", "keyring.keyId is missing" },
        { "keyring", """{"type":"kms-mrk","keyId":1}""", "keyring.keyId must be text" },
        { "keyring", """{"type":"kms","keyId":"k","grantTokens":"t"}""", "keyring.grantTokens must be an array" },
        { "keyring", """{"type":"kms","keyId":"k","region":"r"}""", "keyring.region is not a property" },
        { "keyring", """{"type":"kms-discovery","accountIds":[]}""", "keyring.region is missing" },
        { "keyring", """{"type":"kms-mrk-discovery","region":"r","accountIds":[1]}""", "keyring.accountIds must be an array of text" },
        { "keyring", """{"type":"kms-rsa","keyId":"k"}""", "keyring.padding is missing" },
        { "keyring", """{"type":"kms-rsa","keyId":"k","padding":"PKCS1"}""", "keyring.padding must be OAEP_SHA1_MGF1 or OAEP_SHA256_MGF1" },
        { "keyring", """{"type":"key-store","kmsKeyArn":"a","branchKeyId":"b"}""", "keyring.table is missing" },
        { "keyring", """{"type":"key-store","table":"t","branchKeyId":"b"}""", "keyring.kmsKeyArn is missing, and so is kmsMrkArn" },
        { "keyring", """{"type":"key-store","table":"t","kmsKeyArn":"a","kmsMrkArn":"a","branchKeyId":"b"}""", "keyring.kmsKeyArn and kmsMrkArn exclude each other" },
        { "keyring", """{"type":"key-store","table":"t","kmsKeyArn":"a"}""", "keyring.branchKeyId is missing, and so is supplierFromField" },
        { "keyring", """{"type":"key-store","table":"t","kmsKeyArn":"a","branchKeyId":"b","supplierFromField":"f"}""", "keyring.branchKeyId and supplierFromField exclude each other" },
        { "keyring", """{"type":"key-store","table":"t","kmsKeyArn":"a","branchKeyId":"b","branchKeyVersion":"v"}""", "keyring.branchKeyVersion is not a property" },
        { "keyring", """{"type":"raw-aes","namespace":"n","name":"k"}""", "keyring.keyBase64 is missing" },
        { "keyring", """{"type":"raw-aes","namespace":"n","name":"k","keyBase64":"%"}""", "keyring.keyBase64 must be Base64" },
        { "keyring", """{"type":"raw-aes","namespace":"n","name":"k","keyBase64":"AAAA","padding":"PKCS1"}""", "keyring.padding is not a property" },
        { "keyring", """{"type":"raw-rsa","namespace":"n","name":"k"}""", "keyring.padding is missing" },
        { "keyring", """{"type":"raw-rsa","namespace":"n","name":"k","padding":"OAEP"}""", "keyring.padding must be PKCS1 or " },
        { "keyring", """{"type":"multi","children":{}}""", "keyring.children must be an array" },
        { "keyring", """{"type":"multi","children":[{"type":"multi","extra":1}]}""", "keyring.children[0].extra is not a property" },
        { "keyring", """{"type":"hierarchy","branchKeyId":"b"}""", "keyring.branchKeyVersion is missing" },
        { "keyring", """{"type":"hierarchy","supplierFromField":"pk","keys":[{"branchKeyId":"b"}]}""", "keyring.keys[0].branchKeyVersion is missing" },
        { "keyring", """{"type":"hierarchy","supplierFromField":"pk","branchKeyId":"b"}""", "keyring.branchKeyId is not a property" },
    };

    [Theory]
    [MemberData(nameof(Unreadable))]
    public async Task A_file_of_another_form_ends_the_tool(string text, string why)
    {
        using var schema = new SchemaFile(text);
        await AssertRefusedAsync(schema.Path, why);
    }

    [Theory]
    [MemberData(nameof(Changed))]
    public async Task A_property_that_the_format_does_not_have_ends_the_tool(string property, string value, string why)
    {
        using var schema = SchemaFile.With(json => json[property] = JsonNode.Parse(value));
        await AssertRefusedAsync(schema.Path, why);
    }

    [Fact]
    public async Task A_file_that_is_not_there_ends_the_tool()
    {
        await AssertRefusedAsync(Path.Combine(Path.GetTempPath(), Path.GetRandomFileName()), "the file can't be read");
        await AssertRefusedAsync(Path.GetTempPath(), "the file can't be read");
        await AssertRefusedAsync("", "the file can't be read");
    }

    [Theory]
    [InlineData("sortKey")]
    [InlineData("unsignedPrefix")]
    [InlineData("algorithmSuite")]
    [InlineData("plaintextOverride")]
    [InlineData("version")]
    public async Task A_null_property_counts_as_absent(string property)
    {
        using var schema = SchemaFile.With(json => json[property] = null);
        var result = await ToolRun.WithinAsync(Item, "item", "encrypt", "--config", schema.Path);
        Assert.Equal((ExitCodes.AllSucceeded, ""), (result.ExitCode, result.Messages));
    }

    [Fact]
    public async Task Absent_properties_have_their_defaults()
    {
        using var schema = SchemaFile.With(
            json => json.Remove("algorithmSuite"),
            json => json.Remove("unsignedAttributes"),
            json => json["actions"]!.AsObject().Remove("u"));

        var protectedItem = await ToolRun.WithinAsync(Item, "item", "encrypt", "--config", schema.Path);
        var described = await ToolRun.WithinAsync(protectedItem.Output, "item", "describe");
        var plaintext = await ToolRun.WithinAsync(Item, "item", "decrypt", "--config", schema.Path);

        Assert.Equal("0x6701", ToolResult.Json(Assert.Single(described.Lines)).GetProperty("algorithmSuiteId").GetString());
        Assert.Contains("(rule not-protected)", plaintext.OnlyError().Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("FORBID_PLAINTEXT_WRITE_FORBID_PLAINTEXT_READ", true, false)]
    [InlineData("FORBID_PLAINTEXT_WRITE_ALLOW_PLAINTEXT_READ", true, true)]
    [InlineData("FORCE_PLAINTEXT_WRITE_ALLOW_PLAINTEXT_READ", false, true)]
    public async Task The_plaintext_override_decides_what_is_written_and_read(string value, bool encrypts, bool reads)
    {
        using var schema = SchemaFile.With(json => json["plaintextOverride"] = value);

        var written = await ToolRun.WithinAsync(Item, "item", "encrypt", "--config", schema.Path);
        var read = await ToolRun.WithinAsync(Item, "item", "decrypt", "--config", schema.Path);

        Assert.Equal(encrypts, written.Text != Item + "\n");
        Assert.Equal(encrypts, ToolResult.Json(written.Lines[0]).TryGetProperty("aws_dbe_head", out _));
        Assert.Equal(reads ? ExitCodes.AllSucceeded : ExitCodes.SomeFailed, read.ExitCode);
        Assert.Equal(reads, read.Text == Item + "\n");
    }

    private static async Task AssertRefusedAsync(string path, string why)
    {
        var result = await ToolRun.WithinAsync(Item, "item", "decrypt", "--config", path);

        Assert.Equal(ExitCodes.BadCommand, result.ExitCode);
        Assert.Empty(result.Output);
        Assert.Contains(why, result.Messages, StringComparison.Ordinal);
        Assert.StartsWith(path, result.Messages, StringComparison.Ordinal);
    }
}
