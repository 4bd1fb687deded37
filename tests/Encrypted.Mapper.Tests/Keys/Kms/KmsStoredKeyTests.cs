using System.Text;
using Encrypted.Mapper.Encryption;
using Encrypted.Mapper.Keys;
using Xunit;

namespace Encrypted.Mapper.Tests.Keys;

/// <summary>Keyrings, section 6.3: what a stored item says of its keys is nobody's word until it verified.</summary>
public sealed class KmsStoredKeyTests : IDisposable
{
    private readonly ScriptedKms _kms = new();

    public void Dispose() => _kms.Dispose();

    public static TheoryData<byte[]> Unusable() => new()
    {
        Array.Empty<byte>(),
        new byte[] { 0xFF, 0xFE },
        Encoding.UTF8.GetBytes("no ARN"),
        Encoding.UTF8.GetBytes("arn:aws:kms:eu-west-1:111122223333:alias/a"),
        Encoding.UTF8.GetBytes("arn:aws:kms:eu-west-1:111122223333:key/a\nrule kms-ok"),
        Encoding.UTF8.GetBytes("arn:aws:kms:kms.evil.example:111122223333:key/1"),
        Encoding.UTF8.GetBytes("arn:aws:kms:eu-west-1:111122223333:key/" + new string('a', 60_000)),
        Encoding.UTF8.GetBytes("arn:aws:kms:eu-west-1:999999999999:key/1"),
        Encoding.UTF8.GetBytes("arn:aws-cn:kms:eu-west-1:111122223333:key/1"),
    };

    [Theory]
    [MemberData(nameof(Unusable))]
    public async Task S20_what_names_no_key_of_the_filters_is_neither_asked_for_nor_named(byte[] info)
    {
        foreach (var keyring in Discovery())
        {
            var error = await Assert.ThrowsAsync<ItemVerificationException>(() => ReadAsync(keyring, info));
            Assert.Equal("data-key", error.Rule);
        }

        Assert.Empty(_kms.Requests);
        Assert.Empty(_kms.Regions);
    }

    [Fact]
    public async Task S20_the_Region_of_a_stored_ARN_never_chooses_the_client()
    {
        foreach (var keyring in Discovery())
        {
            await Assert.ThrowsAsync<ItemVerificationException>(() => ReadAsync(keyring, Encoding.UTF8.GetBytes("arn:aws:kms:us-east-1:111122223333:key/mrk-1")));
        }

        Assert.Equal(["eu-west-1", "eu-west-1"], _kms.Regions);
    }

    [Fact]
    public async Task S27_a_strict_keyring_names_the_configured_key_alone()
    {
        var stored = "arn:aws:kms:us-east-1:111122223333:key/mrk-1"u8.ToArray();
        var configured = "arn:aws:kms:eu-west-1:111122223333:key/mrk-1";
        _kms.OnDecrypt = _ => throw new Amazon.KeyManagementService.Model.DisabledException("m");

        var error = await Assert.ThrowsAsync<KeyUnavailableException>(() => ReadAsync(new KmsMrkKeyring(_kms, configured), stored));

        Assert.Equal(configured, Assert.Single(error.Attempts).Key);
        Assert.DoesNotContain("us-east-1", error.Message, StringComparison.Ordinal);
    }

    private IKeyring[] Discovery() =>
    [
        new KmsDiscoveryKeyring(_kms, "eu-west-1", new("aws", "111122223333")),
        new KmsMrkDiscoveryKeyring(_kms, "eu-west-1", new("aws", "111122223333")),
    ];

    private static async Task ReadAsync(IKeyring keyring, byte[] info)
    {
        var stored = await new ItemEncryptor(Items.Configuration, new HostileKeyring(info)).EncryptAsync(Items.Plain());
        await new ItemEncryptor(Items.Configuration, keyring).DecryptAsync(stored);
    }

    // Writes items whose encrypted data key has a provider info of its choice.
    private sealed class HostileKeyring(byte[] info) : IKeyring
    {
        public ValueTask OnEncryptAsync(EncryptionMaterials materials, CancellationToken cancellationToken)
        {
            materials.GenerateDataKey();
            materials.AddEncryptedDataKey(new("aws-kms", info, new byte[100]), new byte[32]);
            return default;
        }

        public ValueTask OnDecryptAsync(DecryptionMaterials materials, IReadOnlyList<EncryptedDataKey> encryptedDataKeys, CancellationToken cancellationToken) => default;
    }
}
