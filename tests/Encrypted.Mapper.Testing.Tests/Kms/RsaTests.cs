using System.Security.Cryptography;
using Amazon.KeyManagementService;
using Amazon.KeyManagementService.Model;

namespace Encrypted.Mapper.Testing.Tests.Kms;

public sealed class RsaTests : RunningKms
{
    [Theory]
    [InlineData("RSAES_OAEP_SHA_1")]
    [InlineData("RSAES_OAEP_SHA_256")]
    public async Task What_is_encrypted_with_the_public_key_is_decrypted_here(string algorithm)
    {
        var key = Kms.CreateKey(LocalKmsKeySpec.Rsa2048);
        using var rsa = RSA.Create();
        rsa.ImportFromPem(Kms.PublicKeyPem(key));
        var blob = rsa.Encrypt([1, 2, 3], algorithm == "RSAES_OAEP_SHA_1" ? RSAEncryptionPadding.OaepSHA1 : RSAEncryptionPadding.OaepSHA256);

        var opened = await Client.DecryptAsync(new DecryptRequest { KeyId = key, CiphertextBlob = new MemoryStream(blob), EncryptionAlgorithm = algorithm }, Cancellation);

        Assert.Equal([1, 2, 3], opened.Plaintext.ToArray());
        Assert.Equal((key, algorithm), (opened.KeyId, opened.EncryptionAlgorithm.Value));
    }

    [Fact]
    public async Task The_public_key_is_given_out()
    {
        var key = (await Client.CreateKeyAsync(new CreateKeyRequest { KeySpec = KeySpec.RSA_2048, KeyUsage = KeyUsageType.ENCRYPT_DECRYPT }, Cancellation)).KeyMetadata.Arn;

        var given = await Client.GetPublicKeyAsync(new GetPublicKeyRequest { KeyId = key }, Cancellation);

        using var rsa = RSA.Create();
        rsa.ImportSubjectPublicKeyInfo(given.PublicKey.ToArray(), out _);
        Assert.Equal(Kms.PublicKeyPem(key), rsa.ExportSubjectPublicKeyInfoPem());
        Assert.Equal((key, KeySpec.RSA_2048, KeyUsageType.ENCRYPT_DECRYPT), (given.KeyId, given.KeySpec, given.KeyUsage));
        Assert.Equal(["RSAES_OAEP_SHA_1", "RSAES_OAEP_SHA_256"], given.EncryptionAlgorithms);
    }

    [Fact]
    public async Task A_ciphertext_moves_from_RSA_to_a_symmetric_key()
    {
        var rsa = Kms.CreateKey(LocalKmsKeySpec.Rsa2048);
        var blob = (await Client.EncryptAsync(new EncryptRequest { KeyId = rsa, Plaintext = Bytes(9), EncryptionAlgorithm = EncryptionAlgorithmSpec.RSAES_OAEP_SHA_256 }, Cancellation)).CiphertextBlob;

        var moved = await Client.ReEncryptAsync(new ReEncryptRequest { CiphertextBlob = blob, SourceKeyId = rsa, SourceEncryptionAlgorithm = EncryptionAlgorithmSpec.RSAES_OAEP_SHA_256, DestinationKeyId = Key }, Cancellation);

        Assert.Equal([9], (await Client.DecryptAsync(new DecryptRequest { CiphertextBlob = moved.CiphertextBlob }, Cancellation)).Plaintext.ToArray());
    }

    [Fact]
    public async Task Operations_of_the_other_kind_of_key_are_refused()
    {
        var rsa = Kms.CreateKey(LocalKmsKeySpec.Rsa2048);

        await Assert.ThrowsAsync<InvalidKeyUsageException>(() => Client.GenerateDataKeyAsync(new GenerateDataKeyRequest { KeyId = rsa, NumberOfBytes = 32 }, Cancellation));
        await Assert.ThrowsAsync<InvalidKeyUsageException>(() => Client.EncryptAsync(new EncryptRequest { KeyId = rsa, Plaintext = Bytes(1) }, Cancellation));
        await Assert.ThrowsAsync<InvalidKeyUsageException>(() => Client.EncryptAsync(new EncryptRequest { KeyId = Key, Plaintext = Bytes(1), EncryptionAlgorithm = EncryptionAlgorithmSpec.RSAES_OAEP_SHA_1 }, Cancellation));
        await Assert.ThrowsAsync<UnsupportedOperationException>(() => Client.GetPublicKeyAsync(new GetPublicKeyRequest { KeyId = Key }, Cancellation));
    }

    [Fact]
    public async Task Bytes_that_the_key_did_not_encrypt_are_refused()
    {
        var rsa = Kms.CreateKey(LocalKmsKeySpec.Rsa2048);

        await Assert.ThrowsAsync<InvalidCiphertextException>(() => Client.DecryptAsync(
            new DecryptRequest { KeyId = rsa, CiphertextBlob = new MemoryStream(new byte[256]), EncryptionAlgorithm = EncryptionAlgorithmSpec.RSAES_OAEP_SHA_256 }, Cancellation));
    }

    [Fact]
    public async Task An_encryption_context_is_for_symmetric_keys()
    {
        var rsa = Kms.CreateKey(LocalKmsKeySpec.Rsa2048);

        var refusal = await Assert.ThrowsAsync<AmazonKeyManagementServiceException>(() => Client.EncryptAsync(
            new EncryptRequest { KeyId = rsa, Plaintext = Bytes(1), EncryptionAlgorithm = EncryptionAlgorithmSpec.RSAES_OAEP_SHA_256, EncryptionContext = new() { ["a"] = "b" } }, Cancellation));
        Assert.Equal("ValidationException", refusal.ErrorCode);
    }
}
