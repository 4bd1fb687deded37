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

    // A process takes a moment to start, so that these are the schemas with most lines, and the first of each kind of keyring.
    [Fact]
    public async Task Vectors_have_their_official_outcome_in_a_process_of_its_own()
    {
        var runs = Runs().ToList();
        var chosen = runs.OrderByDescending(run => run.Count()).Take(6)
            .Union(runs.DistinctBy(run => (run.Key.Command, run.First().Keyring.GetProperty("type").GetString())))
            .ToList();

        var findings = new Findings();
        foreach (var run in chosen)
        {
            await CheckAsync(findings, [.. run], ToolRun.ProcessAsync);
        }

        Assert.InRange(chosen.Count, 8, 16);
        findings.AssertNone(chosen.Sum(run => run.Count()));
    }

    private static IEnumerable<IGrouping<(string Command, string Schema), VectorLine>> Runs() => VectorLine.All().GroupBy(line => (line.Command, line.Schema));

    private static async Task CheckAsync(Findings findings, List<VectorLine> lines, Func<string, string[], Task<ToolResult>> run)
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
