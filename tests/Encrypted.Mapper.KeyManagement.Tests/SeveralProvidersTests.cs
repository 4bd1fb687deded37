using System.Security.Cryptography;
using Amazon.DynamoDBv2.DataModel;
using Encrypted.Mapper.KeyManagement.Tests.Models;
using Encrypted.Mapper.KeyManagement.Tests.Support;
using Encrypted.Mapper.Keys;
using Encrypted.Mapper.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace Encrypted.Mapper.KeyManagement.Tests;

/// <summary>Service providers that are built one after the other from one registration, as test hosts are.</summary>
public sealed class SeveralProvidersTests
{
    [Fact]
    public Task They_share_a_raw_AES_key() => AssertSharedAsync(dynamo =>
    {
        var key = RandomNumberGenerator.GetBytes(32);
        dynamo.UseRawAesKey("tests", "several", key);
        CryptographicOperations.ZeroMemory(key);
    });

    [Fact]
    public Task They_share_a_raw_RSA_key() => AssertSharedAsync(dynamo =>
    {
        using var rsa = RSA.Create(2048);
        var publicKey = rsa.ExportSubjectPublicKeyInfoPem().ToCharArray();
        var privateKey = rsa.ExportPkcs8PrivateKeyPem().ToCharArray();
        dynamo.UseRawRsaKey("tests", "several", RawRsaPadding.OaepSha256, publicKey, privateKey);
        Array.Clear(publicKey);
        Array.Clear(privateKey);
    });

    [Fact]
    public Task They_share_an_ephemeral_key() => AssertSharedAsync(dynamo => dynamo.UseEphemeralKey());

    [Fact]
    public async Task Each_goes_on_when_the_other_is_disposed()
    {
        await using var lab = await KeyLab.CreateAsync();
        var services = lab.Services(dynamo => dynamo.UseEphemeralKey());
        await using var lasting = services.BuildServiceProvider();
        var db = lasting.GetRequiredService<IDynamoDBContext>();
        await using (var other = services.BuildServiceProvider())
        {
            await other.GetRequiredService<IDynamoDBContext>().SaveAsync(new Memo { Id = "m", Text = "text" });
        }

        Assert.Equal("text", (await db.LoadAsync<Memo>("m")).Text);
    }

    private static async Task AssertSharedAsync(Action<EncryptedDynamoBuilder> configure)
    {
        await using var lab = await KeyLab.CreateAsync();
        var services = lab.Services(configure);
        await using (var first = services.BuildServiceProvider())
        {
            await first.GetRequiredService<IDynamoDBContext>().SaveAsync(new Memo { Id = "m", Text = "text" });
        }

        await using var second = services.BuildServiceProvider();
        Assert.Equal("text", (await second.GetRequiredService<IDynamoDBContext>().LoadAsync<Memo>("m")).Text);
    }
}
