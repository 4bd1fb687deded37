using Encrypted.Mapper.Tests.Support;
using Encrypted.Mapper.Tool.Tests.Support;

namespace Encrypted.Mapper.Tool.Tests.Vectors;

/// <summary>What the official library wrote and decided, through the tool.</summary>
public sealed class VectorTests
{
    private const int All = (2 * 128) + (3 * 350) + 81;

    [Fact]
    public async Task Every_vector_has_its_official_outcome()
    {
        var findings = new Findings();
        foreach (var run in Runs())
        {
            await CheckAsync(findings, [.. run], ToolRun.WithinAsync);
        }

        findings.AssertNone(All);
    }

    internal static IEnumerable<IGrouping<(string Command, string Schema), VectorLine>> Runs() => VectorLine.All().GroupBy(line => (line.Command, line.Schema));

    internal static async Task CheckAsync(Findings findings, List<VectorLine> lines, Func<string, string[], Task<ToolResult>> run)
    {
        using var schema = new SchemaFile(lines[0].Schema);
        var result = await run(string.Concat(lines.Select(line => line.Line + "\n")), ["item", lines[0].Command, "--config", schema.Path]);

        Assert.Equal("", result.Messages);
        Assert.Equal(lines.Count, result.Lines.Length);
        Assert.Equal(lines.Any(line => line.Expected is null) ? ExitCodes.SomeFailed : ExitCodes.AllSucceeded, result.ExitCode);
        foreach (var (line, output) in lines.Zip(result.Lines))
        {
            line.Check(findings, output);
        }
    }
}
