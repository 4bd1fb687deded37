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
}
