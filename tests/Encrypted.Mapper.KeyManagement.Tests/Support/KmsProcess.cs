using System.Diagnostics;
using Amazon.KeyManagementService;
using Amazon.Runtime;
using Encrypted.Mapper.Keys;

namespace Encrypted.Mapper.KeyManagement.Tests.Support;

/// <summary>samples/LocalKms in a process of its own: what it holds of keys isn't in the memory of the tests.</summary>
internal sealed class KmsProcess : IDisposable
{
    private readonly Process _process;

    private KmsProcess(Process process, string endpoint, string keyArn)
    {
        _process = process;
        KeyArn = keyArn;
        Client = new AmazonKeyManagementServiceClient(
            new BasicAWSCredentials("local", "not-verified"),
            new AmazonKeyManagementServiceConfig { ServiceURL = endpoint, AuthenticationRegion = "eu-west-1" });
    }

    public string KeyArn { get; }

    public IAmazonKeyManagementService Client { get; }

    public IKmsClientSupplier Clients => new KmsClientSupplier(Client);

    public static async Task<KmsProcess> StartAsync()
    {
        var process = Process.Start(new ProcessStartInfo("dotnet", [Program()]) { RedirectStandardOutput = true })!;
        var endpoint = await process.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken);
        var keyArn = await process.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken);
        return new(process, endpoint!, keyArn!);
    }

    public void Dispose()
    {
        Client.Dispose();
        _process.Kill();
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
