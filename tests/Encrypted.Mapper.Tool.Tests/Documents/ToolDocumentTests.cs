using System.Diagnostics;
using System.Text.RegularExpressions;
using Encrypted.Mapper.Tool.Tests.Support;

namespace Encrypted.Mapper.Tool.Tests.Documents;

/// <summary>docs/tool.md and docs/schema-format.md say what is so.</summary>
public sealed partial class ToolDocumentTests
{
    private static readonly string s_tool = Repository.Read("docs/tool.md");
    private static readonly string s_schema = Repository.Read("docs/schema-format.md");

    [Fact]
    public async Task The_example_can_be_pasted_and_prints_what_the_page_says()
    {
        var folder = Directory.CreateTempSubdirectory("encrypted-dynamo-");
        try
        {
            var script = $"encrypted-dynamo() {{ dotnet '{Repository.Tool}' \"$@\"; }}\n" + Block(s_tool, "bash");
            var start = new ProcessStartInfo("bash", ["-c", script]) { WorkingDirectory = folder.FullName, RedirectStandardOutput = true };
            using var process = Process.Start(start)!;
            var printed = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
            await process.WaitForExitAsync(TestContext.Current.CancellationToken);

            Assert.Equal(Block(s_tool, "text"), printed);
            var described = ToolResult.Json(await File.ReadAllTextAsync(Path.Combine(folder.FullName, "described.ndjson"), TestContext.Current.CancellationToken));
            Assert.All(described.EnumerateObject(), property => Assert.Contains($"`{property.Name}`", s_tool, StringComparison.Ordinal));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public async Task The_schema_of_the_page_is_one_and_has_every_property_of_its_table()
    {
        using var schema = new SchemaFile(Block(s_schema, "json"));
        var result = await ToolRun.WithinAsync("""{"Id":{"S":"p"},"Visit":{"N":"1"},"Ssn":{"S":"x"},":cached":{"BOOL":true}}""", "item", "encrypt", "--config", schema.Path);

        Assert.Equal((ExitCodes.AllSucceeded, ""), (result.ExitCode, result.Messages));
        var table = s_schema[..s_schema.IndexOf("## Actions", StringComparison.Ordinal)];
        Assert.Equal(
            PropertyRow().Matches(table).Select(row => row.Groups[1].Value),
            ToolResult.Json(Block(s_schema, "json")).EnumerateObject().Select(property => property.Name));
    }

    [Fact]
    public void The_page_lists_the_rules_of_the_tool_and_no_others()
    {
        var sources = string.Concat(Directory.GetFiles(Path.Combine(Repository.Root, "src/Encrypted.Mapper.Tool/Items"), "*.cs").Select(File.ReadAllText));
        var raised = RaisedRule().Matches(sources).Select(rule => rule.Groups[1].Value).Append("value-form").Append("keyring-refused").Append("unexpected").Distinct().Order();

        var listed = ListedRule().Matches(s_tool).Select(rule => rule.Groups[1].Value).Order();

        Assert.Equal(raised, listed);
    }

    private static string Block(string page, string language)
    {
        var match = Regex.Match(page, $"```{language}\n(.*?)```", RegexOptions.Singleline);
        Assert.True(match.Success, $"no block of {language}");
        return match.Groups[1].Value;
    }

    [GeneratedRegex(@"^\| `(\w+)` \| (?:text|number|object|array)", RegexOptions.Multiline)]
    private static partial Regex PropertyRow();

    [GeneratedRegex("new ItemFormatException\\(\"([a-z-]+)\"")]
    private static partial Regex RaisedRule();

    [GeneratedRegex(@"^\| .* \| `([a-z-]+)` \|", RegexOptions.Multiline)]
    private static partial Regex ListedRule();
}
