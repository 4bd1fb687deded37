using System.Diagnostics;
using System.Text;

namespace Encrypted.Mapper.Tool.Tests.Support;

/// <summary>Runs the tool to its end, within this process or as one of its own.</summary>
internal static class ToolRun
{
    public static Task<ToolResult> WithinAsync(string input, params string[] arguments) => WithinAsync(Encoding.UTF8.GetBytes(input), arguments);

    public static async Task<ToolResult> WithinAsync(byte[] input, params string[] arguments)
    {
        using var output = new MemoryStream();
        await using var messages = new StringWriter();
        var code = await EncryptedDynamoTool.RunAsync(arguments, new MemoryStream(input), output, messages, TestContext.Current.CancellationToken);
        return new(code, output.ToArray(), messages.ToString());
    }

    public static async Task<ToolResult> ProcessAsync(string input, params string[] arguments)
    {
        using var process = Start(arguments);
        var output = new MemoryStream();
        var reading = process.StandardOutput.BaseStream.CopyToAsync(output, TestContext.Current.CancellationToken);
        var messages = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        try
        {
            await process.StandardInput.BaseStream.WriteAsync(Encoding.UTF8.GetBytes(input), TestContext.Current.CancellationToken);
            process.StandardInput.Close();
        }
        catch (IOException)
        {
            // A refused command ends without reading.
        }

        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        await reading;
        return new(process.ExitCode, output.ToArray(), await messages);
    }

    public static Process Start(string[] arguments, params (string Name, string Value)[] environment)
    {
        var start = new ProcessStartInfo("dotnet", [Repository.Tool, .. arguments])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardInputEncoding = new UTF8Encoding(false),
            StandardOutputEncoding = new UTF8Encoding(false),
        };
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        return Process.Start(start)!;
    }
}
