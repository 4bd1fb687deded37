using Amazon.KeyManagementService;
using Amazon.KeyManagementService.Model;

namespace Encrypted.Mapper.Testing.Tests.Kms;

/// <summary>A server for each test, with one symmetric key and the SDK's client.</summary>
public abstract class RunningKms : IAsyncLifetime
{
    protected static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    protected LocalKms Kms { get; private set; } = null!;

    protected string Key { get; private set; } = null!;

    protected IAmazonKeyManagementService Client { get; private set; } = null!;

    public virtual async ValueTask InitializeAsync()
    {
        Kms = await LocalKms.StartAsync(cancellationToken: Cancellation);
        Key = Kms.CreateKey();
        Client = Kms.CreateClient();
    }

    public virtual async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await Kms.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    protected static MemoryStream Bytes(params byte[] bytes) => new(bytes);

    protected async Task<MemoryStream> SealedAsync(string key, params byte[] plaintext)
        => (await Client.EncryptAsync(new EncryptRequest { KeyId = key, Plaintext = Bytes(plaintext) }, Cancellation)).CiphertextBlob;
}
