using System.Diagnostics;
using System.Runtime.InteropServices;

namespace Encrypted.Mapper.Package.Tests;

/// <summary>The tool as its users get it: installed from its package.</summary>
public sealed class ToolTests(PackedLibrary library)
{
    [Fact]
    public async Task It_is_installed_from_its_package_into_an_empty_folder_and_runs()
    {
        var folder = library.NewFolder();
        var feed = await library.PackToolAsync();
        await DotnetProcess.RunAsync(folder, "tool", "install", "Encrypted.Mapper.Tool", "--version", library.Version, "--tool-path", "tools", "--source", feed);

        var (code, output) = await RunAsync(Path.Combine(folder, "tools", "encrypted-dynamo"), "{\"Id\":{\"S\":\"p-1\"}}\n", "item", "describe");

        Assert.Equal(1, code);
        Assert.StartsWith("{\"error\":{\"type\":\"ItemVerificationException\"", output, StringComparison.Ordinal);
        Assert.EndsWith("(rule not-protected).\"}}\n", output, StringComparison.Ordinal);
    }

    private static async Task<(int Code, string Output)> RunAsync(string command, string input, params string[] arguments)
    {
        var start = new ProcessStartInfo(command, arguments) { RedirectStandardInput = true, RedirectStandardOutput = true };

        // The installed command looks for the runtime that these tests run on, wherever that was installed.
        start.Environment["DOTNET_ROOT"] = Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "../../.."));
        using var process = Process.Start(start)!;
        await process.StandardInput.WriteAsync(input);
        process.StandardInput.Close();
        var output = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (process.ExitCode, output);
    }
}
