using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Encrypted.Mapper.Interop.Tests.Support;
using Encrypted.Mapper.Keys;

namespace Encrypted.Mapper.Interop.Tests;

/// <summary>Keyrings, section 5, against <c>@aws-crypto/raw-rsa-keyring-node</c>.</summary>
public sealed class RawRsaTests(ForeignProgram program)
{
    private static readonly RSA s_key2048 = RSA.Create(2048);
    private static readonly RSA s_key3072 = RSA.Create(3072);

    public static TheoryData<RawRsaPadding> Paddings => [.. Enum.GetValues<RawRsaPadding>()];

    [Theory]
    [MemberData(nameof(Paddings))]
    public async Task What_ours_wraps_the_foreign_keyring_unwraps(RawRsaPadding padding)
    {
        using var ours = Ours(s_key2048, padding);

        await Exchange.OursIsReadByBothAsync(ours, Foreign(s_key2048, padding), Contexts.Item());
    }

    [Theory]
    [MemberData(nameof(Paddings))]
    public async Task What_the_foreign_keyring_wraps_ours_unwraps(RawRsaPadding padding)
    {
        using var ours = Ours(s_key2048, padding);

        await Exchange.ForeignIsReadByBothAsync(ours, Foreign(s_key2048, padding), Contexts.Item());
    }

    [Fact]
    public async Task The_length_of_the_key_is_the_length_of_the_provider_part()
    {
        using var ours = Ours(s_key3072, RawRsaPadding.OaepSha256);
        var foreign = Foreign(s_key3072, RawRsaPadding.OaepSha256);

        await Exchange.OursIsReadByBothAsync(ours, foreign, Contexts.Item());
        await Exchange.ForeignIsReadByBothAsync(ours, foreign, Contexts.Item());
        Assert.Equal(3072 / 8, (await foreign.WrapAsync(Contexts.Item())).ProviderPart.Length);
        Assert.Equal(48 + (3072 / 8), (await Exchange.WriteAsync(ours, Contexts.Item())).EncryptedDataKey.Ciphertext.Length);
    }

    [Fact]
    public async Task Both_refuse_another_padding()
    {
        using var ours = Ours(s_key2048, RawRsaPadding.OaepSha1);
        var (written, _) = await Exchange.WriteAsync(ours, Contexts.Item());
        using var others = Ours(s_key2048, RawRsaPadding.OaepSha256);

        Assert.Null(await Foreign(s_key2048, RawRsaPadding.OaepSha256).UnwrapAsync(written, Contexts.Item()));
        Assert.Null(await Exchange.ReadAsync(others, written, Contexts.Item()));
    }

    [Fact]
    public async Task The_context_is_bound_although_the_foreign_wrapping_does_not_see_it()
    {
        using var ours = Ours(s_key2048, RawRsaPadding.OaepSha256);
        var foreign = Foreign(s_key2048, RawRsaPadding.OaepSha256);
        var wrapping = await foreign.WrapAsync(Contexts.Item());
        var written = Exchange.Complete(wrapping, Contexts.Item());

        Assert.Equal(wrapping.IntermediateKey, await foreign.UnwrapAsync(written, Contexts.Other()));
        Assert.Null(await Exchange.ReadAsync(ours, written, Contexts.Other()));
    }

    private static RawRsaKeyring Ours(RSA key, RawRsaPadding padding)
        => new("interop", "rsa", padding, key.ExportSubjectPublicKeyInfoPem(), key.ExportPkcs8PrivateKeyPem());

    private ForeignKeyring Foreign(RSA key, RawRsaPadding padding) => new(program, new JsonObject
    {
        ["type"] = "rawRsa",
        ["keyNamespace"] = "interop",
        ["keyName"] = "rsa",
        ["padding"] = padding == RawRsaPadding.Pkcs1 ? "RSA_PKCS1_PADDING" : "RSA_PKCS1_OAEP_PADDING",
        ["oaepHash"] = padding switch
        {
            RawRsaPadding.OaepSha1 => "sha1",
            RawRsaPadding.OaepSha256 => "sha256",
            RawRsaPadding.OaepSha384 => "sha384",
            RawRsaPadding.OaepSha512 => "sha512",
            _ => null,
        },
        ["publicKey"] = key.ExportSubjectPublicKeyInfoPem(),
        ["privateKey"] = key.ExportPkcs8PrivateKeyPem(),
    });
}
