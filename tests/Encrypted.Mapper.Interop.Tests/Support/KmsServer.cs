using System.Text.Json.Nodes;
using Encrypted.Mapper.Testing;

[assembly: AssemblyFixture(typeof(Encrypted.Mapper.Interop.Tests.Support.KmsServer))]

namespace Encrypted.Mapper.Interop.Tests.Support;

/// <summary>One <see cref="LocalKms"/> for all tests. Each has keys of its own in it.</summary>
public sealed class KmsServer : IAsyncLifetime
{
    private LocalKms? _kms;

    public LocalKms Kms => _kms!;

    public async ValueTask InitializeAsync() => _kms = await LocalKms.StartAsync();

    public ValueTask DisposeAsync() => _kms is null ? default : _kms.DisposeAsync();

    /// <summary>The service as the foreign program is told of it.</summary>
    internal JsonObject Described(string caller = "foreign", string region = "eu-west-1") => new()
    {
        ["endpoint"] = Kms.Endpoint.ToString(),
        ["caller"] = caller,
        ["region"] = region,
    };

    /// <summary>The successful calls that used a key.</summary>
    internal LocalKmsCall[] CallsOf(string keyArn) => [.. Kms.Calls.Where(call => call.KeyArn == keyArn && call.ErrorCode is null)];
}
