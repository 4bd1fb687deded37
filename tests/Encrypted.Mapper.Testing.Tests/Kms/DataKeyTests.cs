using Amazon.KeyManagementService;
using Amazon.KeyManagementService.Model;

namespace Encrypted.Mapper.Testing.Tests.Kms;

public sealed class DataKeyTests : RunningKms
{
    [Fact]
    public async Task A_data_key_opens_to_its_plaintext_under_the_same_context()
    {
        var context = new Dictionary<string, string> { ["table"] = "Patients", ["Ä"] = "é" };
        var generated = await Client.GenerateDataKeyAsync(new GenerateDataKeyRequest { KeyId = Key, NumberOfBytes = 32, EncryptionContext = context }, Cancellation);

        var opened = await Client.DecryptAsync(new DecryptRequest { KeyId = Key, CiphertextBlob = generated.CiphertextBlob, EncryptionContext = context }, Cancellation);

        Assert.Equal(32, generated.Plaintext.Length);
        Assert.Equal(Key, generated.KeyId);
        Assert.Equal(Key, opened.KeyId);
        Assert.Equal(generated.Plaintext.ToArray(), opened.Plaintext.ToArray());
        Assert.Equal(EncryptionAlgorithmSpec.SYMMETRIC_DEFAULT, opened.EncryptionAlgorithm);
    }

    [Fact]
    public async Task Two_data_keys_differ()
    {
        var request = new GenerateDataKeyRequest { KeyId = Key, KeySpec = DataKeySpec.AES_256 };

        var first = await Client.GenerateDataKeyAsync(request, Cancellation);
        var second = await Client.GenerateDataKeyAsync(request, Cancellation);

        Assert.NotEqual(first.Plaintext.ToArray(), second.Plaintext.ToArray());
        Assert.NotEqual(first.CiphertextBlob.ToArray(), second.CiphertextBlob.ToArray());
    }

    [Fact]
    public async Task A_data_key_without_plaintext_is_ciphertext_alone()
    {
        var generated = await Client.GenerateDataKeyWithoutPlaintextAsync(new GenerateDataKeyWithoutPlaintextRequest { KeyId = Key, NumberOfBytes = 64 }, Cancellation);
        var opened = await Client.DecryptAsync(new DecryptRequest { CiphertextBlob = generated.CiphertextBlob }, Cancellation);

        Assert.Equal(64, opened.Plaintext.Length);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1025)]
    public async Task A_length_out_of_range_is_refused(int length)
    {
        var refusal = await Assert.ThrowsAsync<AmazonKeyManagementServiceException>(
            () => Client.GenerateDataKeyAsync(new GenerateDataKeyRequest { KeyId = Key, NumberOfBytes = length }, Cancellation));

        Assert.Equal("ValidationException", refusal.ErrorCode);
    }
}
