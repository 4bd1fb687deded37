using System.Diagnostics;

namespace Encrypted.Mapper.Package.Tests;

/// <summary>The <c>dotnet</c> command, or a program that it made, run to its end.</summary>
internal static class DotnetProcess
{
    private static readonly TimeSpan s_limit = TimeSpan.FromMinutes(5);

    /// <returns>What the command wrote to its standard output. Another exit code than 0 fails the test with all output.</returns>
    public static Task<string> RunAsync(string folder, params string[] arguments) => RunProgramAsync("dotnet", folder, arguments);

    /// <returns>What the program wrote to its standard output. Another exit code than 0 fails the test with all output.</returns>
    public static async Task<string> RunProgramAsync(string program, string folder, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
        };
        // A developer's packages folder may hold another package of the same version, and wins over nuget.config.
        start.Environment.Remove("NUGET_PACKAGES");
        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        start.Environment["DOTNET_CLI_USE_MSBUILD_SERVER"] = "0";
        start.Environment["DOTNET_NOLOGO"] = "1";

        using var process = Process.Start(start)!;
        process.StandardInput.Close();
        var output = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        var errors = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await WaitAsync(process);
        Assert.True(process.ExitCode == 0, $"{program} {string.Join(' ', arguments)} in {folder}:\n{await output}\n{await errors}");
        return await output;
    }

    private static async Task WaitAsync(Process process)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        limit.CancelAfter(s_limit);
        try
        {
            await process.WaitForExitAsync(limit.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw;
        }
    }
}
