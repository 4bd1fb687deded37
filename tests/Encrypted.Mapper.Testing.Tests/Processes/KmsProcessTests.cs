using System.Text.Json;
using Amazon.KeyManagementService.Model;

namespace Encrypted.Mapper.Testing.Tests.Processes;

public sealed class KmsProcessTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("local-kms-").FullName;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task It_writes_its_log_when_it_is_ended()
    {
        var log = Path.Combine(_folder, "calls.json");
        using var process = await KmsProcess.StartAsync("--log", log);
        using var client = process.Connect();
        await client.GenerateDataKeyAsync(new GenerateDataKeyRequest { KeyId = process.Key, NumberOfBytes = 32 }, Cancellation);

        Assert.Equal(0, await process.TerminateAsync());

        using var document = JsonDocument.Parse(await File.ReadAllBytesAsync(log, Cancellation));
        Assert.Equal("GenerateDataKey", Assert.Single(document.RootElement.GetProperty("Records").EnumerateArray()).GetProperty("eventName").GetString());
    }

    [Fact]
    public async Task After_a_crash_it_goes_on_with_its_keys_on_its_port()
    {
        var keys = Path.Combine(_folder, "keys.json");
        using var process = await KmsProcess.StartAsync("--keys", keys);
        using var client = process.Connect();
        var generated = await client.GenerateDataKeyAsync(new GenerateDataKeyRequest { KeyId = process.Key, NumberOfBytes = 32 }, Cancellation);

        await process.KillAsync();
        using var again = await KmsProcess.StartAsync("--keys", keys, "--port", $"{process.Endpoint.Port}");

        Assert.Equal(process.Key, again.Key);
        var opened = await client.DecryptAsync(new DecryptRequest { CiphertextBlob = generated.CiphertextBlob }, Cancellation);
        Assert.Equal(generated.Plaintext.ToArray(), opened.Plaintext.ToArray());
    }
}
