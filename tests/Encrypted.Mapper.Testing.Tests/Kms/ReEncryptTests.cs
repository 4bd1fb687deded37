using Amazon.KeyManagementService.Model;

namespace Encrypted.Mapper.Testing.Tests.Kms;

public sealed class ReEncryptTests : RunningKms
{
    [Fact]
    public async Task A_ciphertext_moves_to_another_key_and_context()
    {
        var other = Kms.CreateKey();
        var before = new Dictionary<string, string> { ["version"] = "1" };
        var after = new Dictionary<string, string> { ["version"] = "2" };
        var blob = (await Client.EncryptAsync(new EncryptRequest { KeyId = Key, Plaintext = Bytes(7, 8), EncryptionContext = before }, Cancellation)).CiphertextBlob;

        var moved = await Client.ReEncryptAsync(new ReEncryptRequest { CiphertextBlob = blob, SourceKeyId = Key, SourceEncryptionContext = before, DestinationKeyId = other, DestinationEncryptionContext = after }, Cancellation);
        var opened = await Client.DecryptAsync(new DecryptRequest { KeyId = other, CiphertextBlob = moved.CiphertextBlob, EncryptionContext = after }, Cancellation);

        Assert.Equal([7, 8], opened.Plaintext.ToArray());
        Assert.Equal((Key, other), (moved.SourceKeyId, moved.KeyId));
        var call = Kms.Calls[1];
        Assert.Equal(("ReEncrypt", other), (call.Operation, call.KeyArn));
        Assert.Equal("2", call.EncryptionContext["version"]);
    }

    [Fact]
    public async Task The_source_context_must_be_right()
    {
        var blob = await SealedAsync(Key, 1);

        await Assert.ThrowsAsync<InvalidCiphertextException>(() => Client.ReEncryptAsync(
            new ReEncryptRequest { CiphertextBlob = blob, SourceEncryptionContext = new() { ["a"] = "b" }, DestinationKeyId = Key }, Cancellation));
    }
}
