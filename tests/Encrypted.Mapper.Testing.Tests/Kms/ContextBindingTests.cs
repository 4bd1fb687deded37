using Amazon.KeyManagementService.Model;

namespace Encrypted.Mapper.Testing.Tests.Kms;

/// <summary>What a ciphertext is bound to.</summary>
public sealed class ContextBindingTests : RunningKms
{
    private static readonly Dictionary<string, string> s_context = new() { ["table"] = "Patients", ["id"] = "p-1" };

    public static TheoryData<Dictionary<string, string>> OtherContexts =>
    [
        new Dictionary<string, string>(),
        new Dictionary<string, string> { ["table"] = "Patients" },
        new Dictionary<string, string> { ["table"] = "Patients", ["id"] = "p-2" },
        new Dictionary<string, string> { ["table"] = "Patients", ["Id"] = "p-1" },
        new Dictionary<string, string> { ["table"] = "Patients", ["id"] = "p-1", ["more"] = "" },
        // The same characters in the same order, divided otherwise.
        new Dictionary<string, string> { ["tableP"] = "atients", ["id"] = "p-1" },
    ];

    [Theory]
    [MemberData(nameof(OtherContexts))]
    public async Task Another_context_does_not_open_it(Dictionary<string, string> other)
    {
        var blob = await SealAsync();

        await Assert.ThrowsAsync<InvalidCiphertextException>(
            () => Client.DecryptAsync(new DecryptRequest { CiphertextBlob = blob, EncryptionContext = other }, Cancellation));
    }

    [Fact]
    public async Task No_byte_of_it_can_be_changed()
    {
        var blob = (await SealAsync()).ToArray();
        for (var i = 0; i < blob.Length; i++)
        {
            var changed = blob.ToArray();
            changed[i] ^= 1;

            // With the key named, so that the key's name in the ciphertext isn't what it is found by.
            var refusal = await Assert.ThrowsAnyAsync<Amazon.KeyManagementService.AmazonKeyManagementServiceException>(
                () => Client.DecryptAsync(new DecryptRequest { KeyId = Key, CiphertextBlob = new MemoryStream(changed), EncryptionContext = s_context }, Cancellation));
            Assert.Contains(refusal.ErrorCode, new[] { "InvalidCiphertextException", "IncorrectKeyException" });
        }
    }

    [Fact]
    public async Task Another_key_does_not_open_it()
    {
        var blob = await SealAsync();
        var other = Kms.CreateKey();

        await Assert.ThrowsAsync<IncorrectKeyException>(
            () => Client.DecryptAsync(new DecryptRequest { KeyId = other, CiphertextBlob = blob, EncryptionContext = s_context }, Cancellation));
    }

    [Fact]
    public async Task Bytes_of_something_else_are_refused()
    {
        await Assert.ThrowsAsync<InvalidCiphertextException>(
            () => Client.DecryptAsync(new DecryptRequest { CiphertextBlob = Bytes(1, 2, 3) }, Cancellation));
    }

    private async Task<MemoryStream> SealAsync()
        => (await Client.EncryptAsync(new EncryptRequest { KeyId = Key, Plaintext = Bytes(1, 2, 3), EncryptionContext = s_context }, Cancellation)).CiphertextBlob;
}
