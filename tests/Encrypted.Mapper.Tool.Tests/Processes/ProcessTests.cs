using System.Diagnostics;
using Encrypted.Mapper.Tests.Support;
using Encrypted.Mapper.Tool.Tests.Support;
using Encrypted.Mapper.Tool.Tests.Vectors;

namespace Encrypted.Mapper.Tool.Tests.Processes;

/// <summary>The tool as it was built, as a process of its own.</summary>
public sealed class ProcessTests
{
    // A process takes a moment to start, so that these are the schemas with most lines, and the first of each kind of keyring.
    [Fact]
    public async Task Vectors_have_their_official_outcome_in_a_process_of_its_own()
    {
        var runs = VectorTests.Runs().ToList();
        var chosen = runs.OrderByDescending(run => run.Count()).Take(6)
            .Union(runs.DistinctBy(run => (run.Key.Command, run.First().Keyring.GetProperty("type").GetString())))
            .ToList();

        var findings = new Findings();
        foreach (var run in chosen)
        {
            await VectorTests.CheckAsync(findings, [.. run], ToolRun.ProcessAsync);
        }

        Assert.InRange(chosen.Count, 8, 16);
        findings.AssertNone(chosen.Sum(run => run.Count()));
    }

    [Fact]
    public async Task The_process_gives_exit_codes_and_streams_as_they_are()
    {
        using var schema = SchemaFile.With();

        var bad = await ToolRun.ProcessAsync("", "item");
        var unreadable = await ToolRun.ProcessAsync("{}", "item", "encrypt", "--config", schema.Path + ".absent");
        var failed = await ToolRun.ProcessAsync("x\n", "item", "describe");
        var succeeded = await ToolRun.ProcessAsync("""{"pk":{"S":"ä😀"}}""", "item", "encrypt", "--config", schema.Path);

        Assert.Equal((ExitCodes.BadCommand, 0), (bad.ExitCode, bad.Output.Length));
        Assert.Equal((ExitCodes.BadCommand, 0), (unreadable.ExitCode, unreadable.Output.Length));
        Assert.Contains("the file can't be read", unreadable.Messages, StringComparison.Ordinal);
        Assert.Contains("(rule line-not-json)", failed.OnlyError().Message, StringComparison.Ordinal);
        Assert.Equal((ExitCodes.AllSucceeded, ""), (succeeded.ExitCode, succeeded.Messages));
        Assert.Equal("ä😀", ToolResult.Json(Assert.Single(succeeded.Lines)).GetProperty("pk").GetProperty("S").GetString());
    }

    [Fact]
    public async Task It_ends_when_nobody_reads_its_output_any_more()
    {
        var script = $"yes '{{}}' 2>/dev/null | (dotnet '{Repository.Tool}' item describe; echo \"exit code $?\" >&2) | head -n 1";
        using var process = Process.Start(new ProcessStartInfo("bash", ["-c", script]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var output = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        var messages = await process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);

        Assert.Single(output.Split('\n', StringSplitOptions.RemoveEmptyEntries));
        Assert.Equal($"The output can't be written.\nexit code {ExitCodes.SomeFailed}\n", messages);
    }

    [Fact]
    public async Task It_leaves_a_file_that_others_write_too_in_order()
    {
        var file = Path.GetTempFileName();
        try
        {
            var script = $"(echo first; echo '{{}}' | dotnet '{Repository.Tool}' item describe; echo last) > '{file}'";
            using var process = Process.Start("bash", ["-c", script]);
            await process.WaitForExitAsync(TestContext.Current.CancellationToken);
            var lines = await File.ReadAllLinesAsync(file, TestContext.Current.CancellationToken);

            Assert.Equal(3, lines.Length);
            Assert.Equal(("first", "last"), (lines[0], lines[2]));
            Assert.NotNull(ToolResult.ErrorOf(lines[1]));
        }
        finally
        {
            File.Delete(file);
        }
    }
}
