using Encrypted.Mapper.Tool.Tests.Support;

namespace Encrypted.Mapper.Tool.Tests;

public sealed class CommandLineTests
{
    [Theory]
    [InlineData("")]
    [InlineData("item")]
    [InlineData("items encrypt")]
    [InlineData("item encrypt")]
    [InlineData("item encrypt --config")]
    [InlineData("item encrypt --config a --config b")]
    [InlineData("item decrypt --config a --other")]
    [InlineData("item describe surplus")]
    [InlineData("item decrypt @arguments")]
    public async Task A_bad_command_ends_with_2_and_says_so_on_standard_error_alone(string arguments)
    {
        var result = await ToolRun.WithinAsync("{}", arguments.Split(' ', StringSplitOptions.RemoveEmptyEntries));

        Assert.Equal(ExitCodes.BadCommand, result.ExitCode);
        Assert.Empty(result.Output);
        Assert.Contains("encrypted-dynamo --help", result.Messages, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--help", "item")]
    [InlineData("item --help", "describe")]
    [InlineData("item encrypt --help", "--config")]
    public async Task Help_names_what_there_is(string arguments, string named)
    {
        var result = await ToolRun.WithinAsync("", arguments.Split(' '));
        Assert.Equal((ExitCodes.AllSucceeded, ""), (result.ExitCode, result.Messages));
        Assert.Contains(named, result.Text, StringComparison.Ordinal);
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
}
