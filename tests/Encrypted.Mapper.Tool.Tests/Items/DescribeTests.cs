using Encrypted.Mapper.IndependentReader;
using Encrypted.Mapper.Tests.Vectors;
using Encrypted.Mapper.Tool.Tests.Support;

namespace Encrypted.Mapper.Tool.Tests.Items;

/// <summary>S28: <c>item describe</c> works without keys, and says that nothing of it is authenticated.</summary>
public sealed class DescribeTests
{
    [Fact]
    public async Task It_tells_what_the_official_header_parser_reports()
    {
        var vectors = VectorFile.Items.Values.ToList();

        var result = await ToolRun.WithinAsync(string.Concat(vectors.Select(vector => DynamoJson.Write(vector.Protected) + "\n")), "item", "describe");

        Assert.Equal(ExitCodes.AllSucceeded, result.ExitCode);
        Assert.Equal(128, result.Lines.Length);
        foreach (var (vector, line) in vectors.Zip(result.Lines))
        {
            var (official, ours) = (vector.ParsedHeader, ToolResult.Json(line));
            Assert.False(ours.GetProperty("authenticated").GetBoolean());
            Assert.Equal(official.GetProperty("algorithmSuiteId").GetString(), ours.GetProperty("algorithmSuiteId").GetString());
            Assert.Equal(Normal(official.GetProperty("encryptedDataKeys")), Normal(ours.GetProperty("encryptedDataKeys")));
            Assert.Equal(Normal(official.GetProperty("storedEncryptionContext")), Normal(ours.GetProperty("storedEncryptionContext")));
            Assert.Equal(
                official.GetProperty("attributeActionsOnEncrypt").EnumerateObject().Select(action => action.Value.GetString()).Order(),
                ours.GetProperty("legend").EnumerateArray().Select(action => action.GetString()).Order());
        }
    }

    [Fact]
    public async Task It_refuses_an_item_without_a_header()
        => Assert.Equal(nameof(ItemVerificationException), (await ToolRun.WithinAsync("""{"pk":{"S":"p"}}""", "item", "describe")).OnlyError().Type);

    [Fact]
    public async Task It_takes_no_schema_file()
        => Assert.Equal(ExitCodes.BadCommand, (await ToolRun.WithinAsync("", "item", "describe", "--config", "x")).ExitCode);

    private static string Normal(System.Text.Json.JsonElement json) => System.Text.Json.Nodes.JsonNode.Parse(json.GetRawText())!.ToJsonString();
}
