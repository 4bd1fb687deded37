using System.Text;
using System.Text.Json.Nodes;
using Encrypted.Mapper.Tool.Tests.Support;

namespace Encrypted.Mapper.Tool.Tests;

/// <summary>S27: no error holds a value or a key, whatever was wrong.</summary>
public sealed class LeakTests
{
    private const string Mark = "Mark7f3a";

    // 32 bytes of text, so that the key would show in clear as well as in Base64.
    private static readonly string s_key = Convert.ToBase64String(Encoding.ASCII.GetBytes("KeyMark7f3aKeyMark7f3aKeyMark7f3"));

    public static TheoryData<string> FailingLines => new(
        $$$"""{"pk":{"S":"{{{Mark}}}"},"e":{"N":"{{{Mark}}}"}}""",
        $$$"""{"pk":{"S":"{{{Mark}}}"},"e":{"SS":["{{{Mark}}}","{{{Mark}}}"]}}""",
        $$$"""{"pk":{"S":"{{{Mark}}}"},"{{{Mark}}}":{"S":"{{{Mark}}}"}}""",
        $$$"""{"pk":{"S":"{{{Mark}}}"},"e":{"M":{"{{{Mark}}}":{"N":"{{{Mark}}}"} } }}""",
        $$$"""{"e":{"S":"{{{Mark}}}"}}""",
        $$$"""{"pk":{"S":"{{{Mark}}}"},"aws_dbe_head":{"S":"{{{Mark}}}"}}""",
        $$$"""{"pk":{"S":"{{{Mark}}}"},"aws_dbe_head":{"S":"{{{Mark}}}"},"aws_dbe_foot":{"S":"{{{Mark}}}"}}""",
        $$$"""{"pk":{"S":"{{{Mark}}}"},"e":{"{{{Mark}}}":"{{{Mark}}}"}}""",
        $$$"""{"pk":{"S":"{{{Mark}}}"},"e":{"B":"{{{Mark}}}%"}}""",
        $$$"""{"pk":{"S":"{{{Mark}}}"},"{{{Mark}}}":{"S":"{{{Mark}}}"},"{{{Mark}}}":{"S":"{{{Mark}}}"}}""",
        $$$"""{"pk":{"S": {{{Mark}}} }}""",
        Mark);

    [Theory]
    [MemberData(nameof(FailingLines))]
    public async Task An_error_line_holds_nothing_of_the_item(string line)
    {
        using var schema = SchemaFile.With(json => json["keyring"]!["keyBase64"] = s_key);
        var decrypted = await ToolRun.WithinAsync(line, "item", "decrypt", "--config", schema.Path);
        var encrypted = await ToolRun.WithinAsync(line, "item", "encrypt", "--config", schema.Path);
        var described = await ToolRun.WithinAsync(line, "item", "describe");

        ToolResult[] results = [decrypted, encrypted, described];
        Assert.NotNull(ToolResult.ErrorOf(decrypted.Lines[0]));
        Assert.All(results.Where(result => result.ExitCode != ExitCodes.AllSucceeded), AssertClean);
    }

    [Fact]
    public async Task A_changed_item_is_refused_without_its_values()
    {
        using var schema = SchemaFile.With(json => json["keyring"]!["keyBase64"] = s_key);
        var protectedItem = await ToolRun.WithinAsync($$$"""{"pk":{"S":"p"},"s":{"S":"before"},"e":{"S":"{{{Mark}}}"}}""", "item", "encrypt", "--config", schema.Path);
        var changed = JsonNode.Parse(protectedItem.Text)!;
        changed["s"]!["S"] = Mark;

        var result = await ToolRun.WithinAsync(changed.ToJsonString(), "item", "decrypt", "--config", schema.Path);

        Assert.Contains("(rule signature,", result.OnlyError().Message, StringComparison.Ordinal);
        AssertClean(result);
    }

    [Theory]
    [InlineData("""{"type":"raw-aes","namespace":"n","name":"k","keyBase64":"KEY","surplus":1}""")]
    [InlineData("""{"type":"raw-aes","namespace":"n","name":"k","keyBase64":"KEYA"}""")]
    [InlineData("""{"type":"raw-aes","namespace":"n","name":"k","keyBase64":"KEYKEY"}""")]
    [InlineData("""{"type":"raw-aes","namespace":"aws-kms","name":"k","keyBase64":"KEY"}""")]
    [InlineData("""{"type":"raw-aes","namespace":"n","name":"k","keyBase64":["KEY"]}""")]
    [InlineData("""{"type":"raw-rsa","namespace":"n","name":"k","padding":"PKCS1","privateKeyPem":"KEY"}""")]
    [InlineData("""{"type":"raw-rsa","namespace":"n","name":"k","padding":"KEY"}""")]
    [InlineData("""{"type":"KEY"}""")]
    [InlineData("""{"type":"hierarchy","branchKeyId":"","branchKeyVersion":"1","branchKeyBase64":"KEY"}""")]
    [InlineData("""{"type":"hierarchy","branchKeyId":"b","branchKeyVersion":"KEY","branchKeyBase64":"KEY"}""")]
    [InlineData("""{"type":"multi","children":"KEY"}""")]
    public async Task A_refused_keyring_is_told_without_its_key(string keyring)
    {
        using var schema = SchemaFile.With(json => json["keyring"] = JsonNode.Parse(keyring.Replace("KEY", s_key, StringComparison.Ordinal)));

        var result = await ToolRun.WithinAsync("""{"pk":{"S":"p"}}""", "item", "encrypt", "--config", schema.Path);

        Assert.NotEqual(ExitCodes.AllSucceeded, result.ExitCode);
        Assert.NotEmpty(result.Text + result.Messages);
        AssertClean(result);
    }

    private static void AssertClean(ToolResult result)
    {
        var said = result.Text + result.Messages;
        Assert.DoesNotContain(Mark, said, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(Convert.ToBase64String(Encoding.ASCII.GetBytes(Mark))[..8], said, StringComparison.Ordinal);
        Assert.DoesNotContain(s_key[..16], said, StringComparison.Ordinal);
    }
}
