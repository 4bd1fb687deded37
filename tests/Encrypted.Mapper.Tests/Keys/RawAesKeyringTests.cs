using Encrypted.Mapper.Encryption;
using Encrypted.Mapper.Keys;
using Xunit;

namespace Encrypted.Mapper.Tests.Keys;

public sealed class RawAesKeyringTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(15)]
    [InlineData(31)]
    [InlineData(33)]
    public void A_key_of_another_length_than_AES_has_is_refused(int length)
    {
        var error = Assert.Throws<ModelConfigurationException>(() => new RawAesKeyring("ns", "name", new byte[length]));
        Assert.Equal("raw-key-length", error.Rule);
    }

    [Fact]
    public void The_namespace_of_KMS_keys_is_refused()
        => Assert.Equal("raw-key-namespace", Assert.Throws<ModelConfigurationException>(() => new RawAesKeyring("aws-kms", "name", new byte[32])).Rule);

    [Fact]
    public void A_name_without_UTF8_form_is_refused()
    {
        Assert.Equal("raw-key-name", Assert.Throws<ModelConfigurationException>(() => new RawAesKeyring("\ud800", "name", new byte[32])).Rule);
        Assert.Equal("raw-key-name", Assert.Throws<ModelConfigurationException>(() => new RawAesKeyring("ns", "\udc00", new byte[32])).Rule);
    }

    [Fact]
    public async Task A_disposed_keyring_neither_encrypts_nor_decrypts()
    {
        var keyring = new RawAesKeyring("ns", "name", new byte[32]);
        var encryptor = new ItemEncryptor(Items.Configuration, keyring);
        var stored = await encryptor.EncryptAsync(Items.Plain());
        keyring.Dispose();

        await Assert.ThrowsAsync<ObjectDisposedException>(async () => await encryptor.EncryptAsync(Items.Plain()));
        await Assert.ThrowsAsync<ObjectDisposedException>(async () => await encryptor.DecryptAsync(stored));
    }

    [Fact]
    public async Task The_callers_copy_of_the_key_may_be_zeroed_at_once()
    {
        var key = new byte[32];
        key[7] = 42;
        using var keyring = new RawAesKeyring("ns", "name", key);
        Array.Clear(key);
        using var zeroKeyring = new RawAesKeyring("ns", "name", key);
        var stored = await new ItemEncryptor(Items.Configuration, keyring).EncryptAsync(Items.Plain());

        await new ItemEncryptor(Items.Configuration, keyring).DecryptAsync(stored);
        var error = await Assert.ThrowsAsync<ItemVerificationException>(async () => await new ItemEncryptor(Items.Configuration, zeroKeyring).DecryptAsync(stored));
        Assert.Equal("data-key", error.Rule);
    }
}
