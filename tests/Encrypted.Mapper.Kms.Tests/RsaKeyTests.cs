using System.Security.Cryptography;
using Encrypted.Mapper.Encryption;
using Encrypted.Mapper.Keys;
using Encrypted.Mapper.Testing;

namespace Encrypted.Mapper.Kms.Tests;

/// <summary>Keyrings, section 7.</summary>
public sealed class RsaKeyTests : RunningKms
{
    private const AlgorithmSuite Suite = AlgorithmSuite.SymSigHmacSha384;

    [Theory]
    [InlineData(KmsRsaAlgorithm.OaepSha256)]
    [InlineData(KmsRsaAlgorithm.OaepSha1)]
    public async Task Writing_costs_no_call_and_reading_one_without_an_encryption_context(KmsRsaAlgorithm algorithm)
    {
        var (key, publicKey) = CreateKey();
        using var writer = new KmsRsaKeyring(null, key, algorithm, publicKey);
        using var reader = new KmsRsaKeyring(Clients, key, algorithm, "");

        var stored = await WriteAsync(writer, Suite);
        Assert.Empty(Kms.Calls);
        Assert.Equal(Secret, await ReadAsync(reader, stored));

        var call = Assert.Single(Kms.Calls);
        Assert.Equal(("Decrypt", key), (call.Operation, call.KeyArn));
        Assert.Empty(call.EncryptionContext);
    }

    [Fact]
    public async Task The_encryption_context_is_bound_all_the_same()
    {
        var (key, publicKey) = CreateKey();
        using var keyring = new KmsRsaKeyring(Clients, key, KmsRsaAlgorithm.OaepSha256, publicKey);
        var stored = await WriteAsync(keyring, Suite);
        stored["Id"] = new() { S = "p-2" };

        await UnverifiableAsync("data-key", keyring, stored);
        Assert.Null(Kms.Calls[^1].ErrorCode);
    }

    [Fact]
    public async Task The_other_padding_is_a_verification_failure()
    {
        var (key, publicKey) = CreateKey();
        using var writer = new KmsRsaKeyring(null, key, KmsRsaAlgorithm.OaepSha256, publicKey);
        using var reader = new KmsRsaKeyring(Clients, key, KmsRsaAlgorithm.OaepSha1, "");

        await UnverifiableAsync("data-key", reader, await WriteAsync(writer, Suite));
    }

    [Fact]
    public async Task With_one_half_it_only_writes_or_only_reads()
    {
        var (key, publicKey) = CreateKey();
        using var writer = new KmsRsaKeyring(null, key, KmsRsaAlgorithm.OaepSha256, publicKey);
        using var reader = new KmsRsaKeyring(Clients, key, KmsRsaAlgorithm.OaepSha256, "");
        var stored = await WriteAsync(writer, Suite);

        Assert.Equal("kms-rsa-clients", (await Assert.ThrowsAsync<ModelConfigurationException>(() => ReadAsync(writer, stored))).Rule);
        Assert.Equal("kms-rsa-public-key", (await Assert.ThrowsAsync<ModelConfigurationException>(() => WriteAsync(reader, Suite))).Rule);
    }

    [Fact]
    public async Task It_serves_no_suite_with_signatures()
    {
        var (key, publicKey) = CreateKey();
        using var keyring = new KmsRsaKeyring(Clients, key, KmsRsaAlgorithm.OaepSha256, publicKey);
        var signed = await WriteAsync(new KmsKeyring(Clients, Kms.CreateKey()));

        Assert.Equal("kms-rsa-suite", (await Assert.ThrowsAsync<ModelConfigurationException>(() => WriteAsync(keyring))).Rule);
        Assert.Equal("kms-rsa-suite", (await Assert.ThrowsAsync<ModelConfigurationException>(() => ReadAsync(keyring, signed))).Rule);
    }

    [Fact]
    public void A_key_must_be_named_by_its_ARN_and_have_2048_bits()
    {
        using var small = RSA.Create(1024);
        var (key, publicKey) = CreateKey();

        Assert.Equal("kms-rsa-key", Refused(() => new KmsRsaKeyring(null, key, KmsRsaAlgorithm.OaepSha256, small.ExportSubjectPublicKeyInfoPem())));
        Assert.Equal("kms-rsa-key", Refused(() => new KmsRsaKeyring(null, key, KmsRsaAlgorithm.OaepSha256, "no key")));
        Assert.Equal("kms-rsa-key", Refused(() => new KmsRsaKeyring(null, key, KmsRsaAlgorithm.OaepSha256, "")));
        Assert.Equal("kms-key-arn", Refused(() => new KmsRsaKeyring(null, "alias/a", KmsRsaAlgorithm.OaepSha256, publicKey)));

        static string Refused(Func<object> create) => Assert.Throws<ModelConfigurationException>(create).Rule;
    }

    private (string Key, string PublicKey) CreateKey()
    {
        var key = Kms.CreateKey(LocalKmsKeySpec.Rsa2048);
        return (key, Kms.PublicKeyPem(key));
    }
}
