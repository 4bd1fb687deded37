using System.Security.Cryptography;
using Encrypted.Mapper.Encryption;
using Encrypted.Mapper.Integration.Tests.Models;
using Encrypted.Mapper.Integration.Tests.Support;
using Encrypted.Mapper.Keys;

namespace Encrypted.Mapper.Integration.Tests;

/// <summary>Contexts with several keys, and what of their signing can be set.</summary>
public sealed class SeveralKeysTests
{
    private static readonly byte[] s_second = [.. Enumerable.Repeat((byte)2, 32)];

    [Fact]
    public async Task Each_of_several_keys_alone_reads_what_was_saved_for_all()
    {
        using var rsa = RSA.Create(2048);
        var publicKey = rsa.ExportSubjectPublicKeyInfoPem().AsMemory();
        var privateKey = rsa.ExportPkcs8PrivateKeyPem().AsMemory();
        await using var table = await TestTable.CreateAsync(VisitModel.Instance);
        using var writer = table.Context(dynamo => dynamo
            .UseRawAesKey("tests", "second", s_second)
            .UseRawRsaKey("tests", "escrow", RawRsaPadding.OaepSha256, publicKey, default));
        await writer.SaveAsync(Visits.Full());

        Action<EncryptedDynamoBuilder>[] readers =
        [
            dynamo => dynamo.UseRawAesKey("tests", "second", s_second),
            dynamo => dynamo.UseRawRsaKey("tests", "escrow", RawRsaPadding.OaepSha256, default, privateKey),
        ];
        foreach (var reader in readers)
        {
            using var context = EncryptedDynamoContext.Create(table.Client, dynamo =>
            {
                reader(dynamo);
                dynamo.ConfigureContext(config => config.TableNamePrefix = table.Prefix);
            });
            Assert.Equal("Ward 7", (await context.LoadAsync<Visit>("visit", 1)).Clinic);
        }

        Assert.Equal(["tests", "tests", "tests"], ItemEncryptor.Describe(await table.SingleStoredAsync()).EncryptedDataKeys.Select(key => key.ProviderId));
    }

    [Theory]
    [InlineData(true, 1)]
    [InlineData(false, 2)]
    public async Task A_signing_pair_serves_several_items_unless_the_options_say_otherwise(bool reuse, int pairs)
    {
        await using var table = await TestTable.CreateAsync(VisitModel.Instance);
        using var context = table.Context(dynamo => dynamo.ReuseSigningKey(reuse));
        await context.SaveAsync(new Visit { Id = "visit", Number = 1 });
        await context.SaveAsync(new Visit { Id = "visit", Number = 2 });

        var keys = (await table.StoredAsync()).Select(item => ItemEncryptor.Describe(item).StoredEncryptionContext["aws-crypto-public-key"]);
        Assert.Equal(pairs, keys.Distinct().Count());
    }
}
