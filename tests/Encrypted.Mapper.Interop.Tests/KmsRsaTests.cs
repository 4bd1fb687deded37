using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Encrypted.Mapper.IndependentReader;
using Encrypted.Mapper.Interop.Tests.Support;
using Encrypted.Mapper.Keys;
using Encrypted.Mapper.Testing;

namespace Encrypted.Mapper.Interop.Tests;

/// <summary>
/// Keyrings, section 7. The JavaScript packages have no such keyring: its steps are taken one by one with their client of
/// AWS KMS and Node's own RSA.
/// </summary>
public sealed class KmsRsaTests(ForeignProgram program, KmsServer server)
{
    public static TheoryData<KmsRsaAlgorithm, string, string> Algorithms => new()
    {
        { KmsRsaAlgorithm.OaepSha256, "RSAES_OAEP_SHA_256", "sha256" },
        { KmsRsaAlgorithm.OaepSha1, "RSAES_OAEP_SHA_1", "sha1" },
    };

    [Theory]
    [MemberData(nameof(Algorithms))]
    public async Task What_ours_wraps_the_foreign_client_decrypts(KmsRsaAlgorithm algorithm, string serviceName, string _)
    {
        var key = server.Kms.CreateKey(LocalKmsKeySpec.Rsa2048);
        using var ours = Ours(key, algorithm);
        var (written, expected) = await Exchange.WriteAsync(ours, Contexts.Item());

        var answer = await new ForeignKms(program, server).SendAsync("Decrypt", new()
        {
            ["KeyId"] = key,
            ["CiphertextBlob"] = Wire.Bytes(written.Ciphertext.Span[48..]),
            ["EncryptionAlgorithm"] = serviceName,
        });

        var plaintext = answer["Plaintext"].ToBytes();
        Assert.Equal(80, plaintext.Length);
        Assert.Equal(Digest(Contexts.Item()), plaintext[..48]);
        Assert.Equal(expected, Exchange.Open(plaintext[48..], written, Contexts.Item()));
        Assert.Equal(expected, await Exchange.ReadAsync(ours, written, Contexts.Item()));
        Assert.Equal("aws-kms-rsa", written.ProviderId);
        Assert.Equal(key, Encoding.UTF8.GetString(written.ProviderInfo.Span));
    }

    [Theory]
    [MemberData(nameof(Algorithms))]
    public async Task What_is_wrapped_under_the_public_key_that_the_foreign_client_gets_ours_unwraps(KmsRsaAlgorithm algorithm, string serviceName, string oaepHash)
    {
        var key = server.Kms.CreateKey(LocalKmsKeySpec.Rsa2048);
        var answer = await new ForeignKms(program, server).SendAsync("GetPublicKey", new() { ["KeyId"] = key });
        Assert.Contains(serviceName, answer["EncryptionAlgorithms"]!.AsArray().Select(name => name.ToText()));
        var intermediateKey = RandomNumberGenerator.GetBytes(32);
        var providerPart = await EncryptAsync(answer["PublicKey"].ToBytes(), oaepHash, [.. Digest(Contexts.Item()), .. intermediateKey]);
        var written = Exchange.Complete(new(intermediateKey, "aws-kms-rsa", Encoding.UTF8.GetBytes(key), providerPart), Contexts.Item());
        using var ours = Ours(key, algorithm);

        var expected = Exchange.Open(intermediateKey, written, Contexts.Item());
        Assert.NotNull(expected);
        Assert.Equal(expected, await Exchange.ReadAsync(ours, written, Contexts.Item()));
    }

    [Fact]
    public async Task The_digest_of_another_context_is_refused()
    {
        var key = server.Kms.CreateKey(LocalKmsKeySpec.Rsa2048);
        var answer = await new ForeignKms(program, server).SendAsync("GetPublicKey", new() { ["KeyId"] = key });
        var intermediateKey = RandomNumberGenerator.GetBytes(32);
        var providerPart = await EncryptAsync(answer["PublicKey"].ToBytes(), "sha256", [.. Digest(Contexts.Other()), .. intermediateKey]);
        var written = Exchange.Complete(new(intermediateKey, "aws-kms-rsa", Encoding.UTF8.GetBytes(key), providerPart), Contexts.Item());
        using var ours = Ours(key, KmsRsaAlgorithm.OaepSha256);

        Assert.Null(await Exchange.ReadAsync(ours, written, Contexts.Item()));
    }

    private static byte[] Digest(Dictionary<string, string> context) => SHA384.HashData(ContextBytes.InKeyWrapping(context));

    private KmsRsaKeyring Ours(string key, KmsRsaAlgorithm algorithm) => new(server.Kms.Clients("ours"), key, algorithm, server.Kms.PublicKeyPem(key));

    private async Task<byte[]> EncryptAsync(byte[] publicKey, string oaepHash, byte[] plaintext) => (await program.AskAsync("encryptUnderPublicKey", new()
    {
        ["publicKey"] = Wire.Bytes(publicKey),
        ["oaepHash"] = oaepHash,
        ["plaintext"] = Wire.Bytes(plaintext),
    })).ToBytes();
}
