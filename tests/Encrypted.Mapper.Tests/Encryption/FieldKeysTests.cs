using Encrypted.Mapper.Encryption.Suites;
using Encrypted.Mapper.Keys;
using Xunit;

namespace Encrypted.Mapper.Tests.Encryption;

/// <summary>Wire format, section 3.1: the keystream's published values.</summary>
public sealed class FieldKeysTests
{
    private const int TagLength = 16;

    [Theory]
    [InlineData(0x00, 0, "4d17ac4f80763c4f5c1523ca2322b89918d5ad8b728aea9e052b177e41570f7be7ff404ace5e9b22aa1e8968")]
    [InlineData(0x00, 1, "18fcefe222b4d2a414c908f35c2e09153068198ad2b33fd0921596e5b02e7c1a48b2c6e720dc75167db54f46")]
    [InlineData(0xff, 7, "d0270cfa0da88692a057c39b39644970786367da64008206e51a799af19f65db5b1531d01c52216431c451e5")]
    public void A_field_is_encrypted_under_its_piece_of_the_keystream(byte rootKeyByte, int ordinal, string expectedKeyAndIv)
    {
        using var rootKey = SecretBuffer.Rent();
        rootKey.Span.Fill(rootKeyByte);
        using var keys = new FieldKeys(rootKey, new byte[FieldKeys.LengthOf(ordinal + 1)]);
        var content = "plaintext"u8.ToArray();
        var tag = new byte[TagLength];

        keys.Encrypt(ordinal, content, tag, "path"u8);

        var keyAndIv = Convert.FromHexString(expectedKeyAndIv);
        using var gcm = new System.Security.Cryptography.AesGcm(keyAndIv.AsSpan(0, 32), TagLength);
        var decrypted = new byte[content.Length];
        gcm.Decrypt(keyAndIv.AsSpan(32), content, tag, decrypted, "path"u8);
        Assert.Equal("plaintext"u8.ToArray(), decrypted);
    }

    [Fact]
    public void A_field_does_not_decrypt_at_another_ordinal_or_under_another_path()
    {
        using var rootKey = SecretBuffer.Rent();
        using var keys = new FieldKeys(rootKey, new byte[FieldKeys.LengthOf(2)]);
        var content = "plaintext"u8.ToArray();
        var tag = new byte[TagLength];
        keys.Encrypt(0, content, tag, "path"u8);

        Assert.False(keys.TryDecrypt(1, content.ToArray(), tag, "path"u8));
        Assert.False(keys.TryDecrypt(0, content.ToArray(), tag, "other"u8));
        Assert.True(keys.TryDecrypt(0, content, tag, "path"u8));
    }
}
