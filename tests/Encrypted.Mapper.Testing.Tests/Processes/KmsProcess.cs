using System.Diagnostics;
using Amazon.KeyManagementService;
using Amazon.Runtime;

namespace Encrypted.Mapper.Testing.Tests.Processes;

/// <summary>samples/LocalKms, started as its users start it.</summary>
internal sealed class KmsProcess : IDisposable
{
    private readonly Process _process;

    private KmsProcess(Process process, Uri endpoint, string key)
    {
        _process = process;
        Endpoint = endpoint;
        Key = key;
    }

    public Uri Endpoint { get; }

    public string Key { get; }

    public static async Task<KmsProcess> StartAsync(params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [Program(), .. arguments]) { RedirectStandardOutput = true };
        var process = Process.Start(start)!;
        var endpoint = await process.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken);
        var key = await process.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken);
        return new(process, new Uri(endpoint!), key!);
    }

    public AmazonKeyManagementServiceClient Connect() => new(
        new BasicAWSCredentials("local", "not-verified"),
        new AmazonKeyManagementServiceConfig { ServiceURL = Endpoint.ToString(), AuthenticationRegion = "eu-west-1" });

    /// <summary>Asks the process to end, and waits.</summary>
    /// <returns>Its exit code.</returns>
    public async Task<int> TerminateAsync()
    {
        using var kill = Process.Start("kill", ["-TERM", $"{_process.Id}"]);
        await _process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return _process.ExitCode;
    }

    /// <summary>Ends the process as a crash does.</summary>
    public async Task KillAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync(TestContext.Current.CancellationToken);
    }

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
        }

        _process.Dispose();
    }

    private static string Program()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        var configuration = folder.FullName.Contains($"{Path.DirectorySeparatorChar}Release{Path.DirectorySeparatorChar}", StringComparison.Ordinal) ? "Release" : "Debug";
        while (!File.Exists(Path.Combine(folder.FullName, "Encrypted.sln")))
        {
            folder = folder.Parent ?? throw new InvalidOperationException("The tests don't stand inside the repository.");
        }

        return Path.Combine(folder.FullName, "samples/LocalKms/bin", configuration, "net10.0/LocalKms.dll");
    }
}
