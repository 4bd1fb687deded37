using System.Diagnostics;
using Encrypted.Mapper.Tool.Tests.Support;

namespace Encrypted.Mapper.Tool.Tests.Processes;

/// <summary>Lines flow: each is answered at once, and none is held.</summary>
public sealed class StreamingTests
{
    [Fact]
    public async Task Each_line_is_answered_before_the_next_is_written()
    {
        using var schema = SchemaFile.With();
        using var tool = new InteractiveTool("item", "encrypt", "--config", schema.Path);
        for (var i = 0; i < 5; i++)
        {
            await tool.WriteLineAsync($$$"""{"pk":{"S":"{{{i}}}"}}""");
            Assert.StartsWith($$$"""{"pk":{"S":"{{{i}}}"}""", await tool.ReadLineAsync(), StringComparison.Ordinal);
        }

        tool.CloseInput();
        Assert.Null(await tool.ReadLineAsync());
        Assert.Equal((ExitCodes.AllSucceeded, ""), await tool.EndAsync());
    }

    [Fact]
    public async Task Decryption_of_10000_lines_takes_no_more_memory_than_that_of_1000()
    {
        const int Size = 8_000;
        using var schema = SchemaFile.With();
        var plain = $$$"""{"pk":{"S":"p"},"e":{"S":"{{{new string('x', Size)}}}"}}""";
        var protectedItem = Assert.Single((await ToolRun.WithinAsync(plain, "item", "encrypt", "--config", schema.Path)).Lines);
        using var tool = new InteractiveTool("item", "decrypt", "--config", schema.Path);

        await tool.WriteLineAsync(protectedItem);
        var answer = await tool.ReadLineAsync();
        Assert.Equal(plain, answer);
        await PassAsync(999);
        var after1000 = tool.PeakMemory;
        await PassAsync(9_000);
        var after10000 = tool.PeakMemory;

        // Held lines would take 9,000 times 8 kB and more.
        Assert.InRange(after10000 - after1000, 0, 9_000L * Size / 3);
        tool.CloseInput();
        Assert.Equal((ExitCodes.AllSucceeded, ""), await tool.EndAsync());

        async Task PassAsync(int lines)
        {
            var writing = WriteAsync(lines);
            for (var i = 0; i < lines; i++)
            {
                Assert.Equal(plain, await tool.ReadLineAsync());
            }

            await writing;
        }

        async Task WriteAsync(int lines)
        {
            for (var i = 0; i < lines; i++)
            {
                await tool.WriteLineAsync(protectedItem);
            }
        }
    }

    [Theory]
    [InlineData("INT")]
    [InlineData("TERM")]
    public async Task A_signal_ends_the_tool_cleanly_while_it_waits_for_a_line(string signal)
    {
        using var tool = new InteractiveTool("item", "describe");
        await tool.WriteLineAsync("{}");
        Assert.NotNull(await tool.ReadLineAsync());

        using var kill = Process.Start("kill", ["-s", signal, tool.ProcessId.ToString(System.Globalization.CultureInfo.InvariantCulture)]);
        await kill.WaitForExitAsync(TestContext.Current.CancellationToken);

        Assert.Null(await tool.ReadLineAsync());
        var (code, messages) = await tool.EndAsync();
        Assert.Equal((ExitCodes.Interrupted, "Interrupted."), (code, messages.Trim()));
    }
}
