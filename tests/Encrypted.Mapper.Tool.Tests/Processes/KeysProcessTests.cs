using System.Diagnostics;
using Encrypted.Mapper.KeyManagement.Tests.Support;
using Encrypted.Mapper.Tool.Tests.Support;

namespace Encrypted.Mapper.Tool.Tests.Processes;

/// <summary>The <c>keys</c> commands with credentials that aren't there or not enough, and interrupted.</summary>
public sealed class KeysProcessTests
{
    private const string Arn = "arn:aws:kms:eu-west-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab";

    private static readonly (string, string)[] s_credentials = [("AWS_ACCESS_KEY_ID", "local"), ("AWS_SECRET_ACCESS_KEY", "not-verified")];

    [Fact]
    public async Task Without_credentials_it_says_so_and_calls_nobody()
    {
        var nowhere = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        using var server = RefusingDynamoDB.Silent();
        using var tool = ToolRun.Start(
            ["keys", "show", "--table", "BranchKeys", "--region", "eu-west-1", "--dynamodb-endpoint", server.Address],
            ("AWS_ACCESS_KEY_ID", ""),
            ("AWS_SECRET_ACCESS_KEY", ""),
            ("AWS_PROFILE", ""),
            ("AWS_SHARED_CREDENTIALS_FILE", nowhere),
            ("AWS_CONFIG_FILE", nowhere),
            ("AWS_EC2_METADATA_DISABLED", "true"));

        var (code, messages) = await EndAsync(tool);

        Assert.Equal(ExitCodes.SomeFailed, code);
        Assert.Contains("AWS_PROFILE", messages, StringComparison.Ordinal);
        Assert.Contains("(rule aws-credentials).", messages, StringComparison.Ordinal);
        Assert.False(server.Reached.IsCompleted);
    }

    [Theory]
    [InlineData("init", "dynamodb:DescribeTable")]
    [InlineData("rotate", "dynamodb:GetItem")]
    [InlineData("show", "dynamodb:Scan")]
    public async Task What_DynamoDB_does_not_allow_is_named(string command, string operation)
    {
        using var server = RefusingDynamoDB.With("AccessDeniedException");
        string[] id = command == "rotate" ? ["--id", "tenant-1"] : [];
        string[] key = command == "show" ? [] : ["--kms-key", Arn];
        using var tool = ToolRun.Start(["keys", command, "--table", "BranchKeys", "--region", "eu-west-1", "--dynamodb-endpoint", server.Address, .. id, .. key], s_credentials);

        var (code, messages) = await EndAsync(tool);

        Assert.Equal(ExitCodes.SomeFailed, code);
        Assert.Contains("(rule key-store-access-denied).", messages, StringComparison.Ordinal);
        Assert.Contains(operation, messages, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Interrupted_in_a_call_it_ends_and_says_that_the_call_may_have_been_done()
    {
        using var server = RefusingDynamoDB.Silent();
        using var tool = ToolRun.Start(["keys", "init", "--table", "BranchKeys", "--region", "eu-west-1", "--dynamodb-endpoint", server.Address, "--kms-key", Arn], s_credentials);
        await Task.WhenAny(server.Reached, tool.WaitForExitAsync(TestContext.Current.CancellationToken));
        Assert.False(tool.HasExited);

        using var kill = Process.Start("kill", ["-s", "INT", tool.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)]);
        await kill.WaitForExitAsync(TestContext.Current.CancellationToken);
        var (code, messages) = await EndAsync(tool);

        Assert.Equal((ExitCodes.Interrupted, "Interrupted. What was sent already may have been done: 'keys show' tells."), (code, messages.Trim()));
    }

    private static async Task<(int Code, string Messages)> EndAsync(Process tool)
    {
        tool.StandardInput.Close();
        var output = tool.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        var messages = await tool.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await tool.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.Equal("", await output);
        return (tool.ExitCode, messages);
    }
}
