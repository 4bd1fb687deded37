using System.Security.Cryptography;
using Amazon.DynamoDBv2.Model;
using Encrypted.Mapper.Encryption;
using Encrypted.Mapper.Keys;
using Encrypted.Mapper.Testing;

namespace Encrypted.Mapper.Kms.Tests;

/// <summary>Roles that are allowed one call each (docs/least-privilege.md), and what they could do with it all the same.</summary>
public sealed class LeastPrivilegeTests : RunningKms
{
    private const AlgorithmSuite Signed = AlgorithmSuite.EcdsaP384SymSigHmacSha384;
    private const AlgorithmSuite Unsigned = AlgorithmSuite.SymSigHmacSha384;

    [Theory]
    [InlineData(Signed)]
    [InlineData(Unsigned)]
    public async Task S18_a_writer_with_GenerateDataKey_alone_writes_and_cannot_read(AlgorithmSuite suite)
    {
        var (key, writer, reader) = Roles();

        var stored = await WriteAsync(writer, suite);

        var error = await UnavailableAsync(writer, stored);
        Assert.Equal("kms-access-denied", error.Rule);
        Assert.Equal([new("kms:Decrypt", key, "AccessDeniedException")], error.Attempts);
        Assert.Equal(Secret, await ReadAsync(reader, stored));
    }

    [Theory]
    [InlineData(Signed)]
    [InlineData(Unsigned)]
    public async Task S18_a_reader_with_Decrypt_alone_reads_and_cannot_write(AlgorithmSuite suite)
    {
        var (key, writer, reader) = Roles();
        Assert.Equal(Secret, await ReadAsync(reader, await WriteAsync(writer, suite)));

        var error = await Assert.ThrowsAsync<KeyUnavailableException>(() => WriteAsync(reader, suite));

        Assert.Equal("kms-access-denied", error.Rule);
        Assert.Equal([new("kms:GenerateDataKey", key, "AccessDeniedException")], error.Attempts);
    }

    [Fact]
    public async Task S18_in_suite_67_00_a_reader_forges_what_it_can_read()
    {
        var (_, writer, reader) = Roles();
        using var forger = await ForgerAsync(await WriteAsync(writer, Unsigned));

        Assert.Equal(ForgingReader.Forged, await ReadAsync(reader, forger.UnderTheSameHeader()));
        Assert.Equal(ForgingReader.Forged, await ReadAsync(reader, forger.WithoutASignature()));
    }

    [Fact]
    public async Task S18_in_suite_67_01_the_same_is_refused()
    {
        var (_, writer, reader) = Roles();
        var stored = await WriteAsync(writer, Signed);
        using var forger = await ForgerAsync(stored);

        // The symmetric part is right, but the writer's signing key never leaves the writer.
        await UnverifiableAsync("signature", reader, forger.UnderTheSameHeader());

        // The public key is part of the encryption context, and AWS KMS decrypts under the one context that the writer asked it for.
        await UnverifiableAsync("data-key", reader, forger.UnderAPublicKeyOfItsOwn());
        Assert.Equal("InvalidCiphertextException", Kms.Calls[^1].ErrorCode);
        await UnverifiableAsync("data-key", reader, forger.WithoutASignature());
        Assert.Equal("InvalidCiphertextException", Kms.Calls[^1].ErrorCode);

        Assert.Equal(Secret, await ReadAsync(reader, stored));
    }

    [Theory]
    [InlineData(Signed)]
    [InlineData(Unsigned)]
    public async Task S18_a_reader_forges_no_item_of_another_table_key(AlgorithmSuite suite)
    {
        var (_, writer, reader) = Roles();
        using var forger = await ForgerAsync(await WriteAsync(writer, suite));
        using var elsewhere = forger.Of("p-2");

        foreach (var forged in new[] { elsewhere.UnderTheSameHeader(), elsewhere.UnderAPublicKeyOfItsOwn(), elsewhere.WithoutASignature() })
        {
            await UnverifiableAsync("data-key", reader, forged);
            Assert.Equal("InvalidCiphertextException", Kms.Calls[^1].ErrorCode);
        }
    }

    [Theory]
    [InlineData(Signed)]
    [InlineData(Unsigned)]
    public async Task S18_who_has_the_public_key_of_a_raw_RSA_key_forges_in_both_suites(AlgorithmSuite suite)
    {
        using var rsa = RSA.Create(2048);
        using var forger = new RawRsaKeyring("ns", "name", RawRsaPadding.OaepSha256, rsa.ExportSubjectPublicKeyInfoPem(), default);
        using var reader = new RawRsaKeyring("ns", "name", RawRsaPadding.OaepSha256, default, rsa.ExportPkcs8PrivateKeyPem());

        Assert.Equal(Secret, await ReadAsync(reader, await WriteAsync(forger, suite)));
    }

    [Theory]
    [InlineData(Signed)]
    [InlineData(Unsigned)]
    public async Task S18_who_holds_a_raw_AES_key_forges_in_both_suites(AlgorithmSuite suite)
    {
        var key = RandomNumberGenerator.GetBytes(32);
        using var reader = new RawAesKeyring("ns", "name", key);
        using var forger = new RawAesKeyring("ns", "name", key);

        Assert.Equal(Secret, await ReadAsync(reader, await WriteAsync(forger, suite)));
    }

    [Theory]
    [InlineData(Signed)]
    [InlineData(Unsigned)]
    public async Task S18_who_holds_a_branch_key_forges_in_both_suites(AlgorithmSuite suite)
    {
        var key = RandomNumberGenerator.GetBytes(32);
        var version = Guid.NewGuid();
        using var reader = new InMemoryBranchKeySource();
        using var forger = new InMemoryBranchKeySource();
        reader.Add(new BranchKey("tenant", version, key));
        forger.Add(new BranchKey("tenant", version, key));

        Assert.Equal(Secret, await ReadAsync(new HierarchicalKeyring(reader, "tenant"), await WriteAsync(new HierarchicalKeyring(forger, "tenant"), suite)));
    }

    [Fact]
    public async Task S18_who_has_the_public_key_of_an_RSA_key_forges_without_any_permission()
    {
        var key = Kms.CreateKey(LocalKmsKeySpec.Rsa2048);
        Kms.Restrict(key).Allow("reader", "Decrypt");
        using var forger = new KmsRsaKeyring(null, key, KmsRsaAlgorithm.OaepSha256, Kms.PublicKeyPem(key));
        using var reader = new KmsRsaKeyring(Kms.Clients("reader"), key, KmsRsaAlgorithm.OaepSha256, "");

        Assert.Equal(Secret, await ReadAsync(reader, await WriteAsync(forger, Unsigned)));
    }

    [Fact]
    public void The_page_gives_each_role_what_it_says()
    {
        Assert.Equal(["kms:GenerateDataKey"], PolicyPage.KmsActions("writer"));
        Assert.Equal(["kms:Decrypt"], PolicyPage.KmsActions("reader"));
        Assert.Equal(["kms:Decrypt"], PolicyPage.KmsActions("branch-key-user"));
        Assert.Equal(["kms:GenerateDataKeyWithoutPlaintext", "kms:ReEncryptFrom", "kms:ReEncryptTo"], PolicyPage.KmsActions("key-administrator"));
    }

    private (string Key, KmsKeyring Writer, KmsKeyring Reader) Roles()
    {
        var key = Kms.CreateKey();
        Kms.Restrict(key).AllowRole("writer").AllowRole("reader");
        return (key, new(Kms.Clients("writer"), key), new(Kms.Clients("reader"), key));
    }

    private async Task<ForgingReader> ForgerAsync(Dictionary<string, AttributeValue> stored)
    {
        using var client = Kms.CreateClient("reader");
        return await ForgingReader.ReadAsync(client, stored);
    }
}
