using System.Security.Cryptography;
using Encrypted.Mapper.Encryption;
using Encrypted.Mapper.Keys;
using Xunit;

namespace Encrypted.Mapper.Tests.Keys;

public sealed class SeveralRecipientsTests
{
    [Fact]
    public async Task An_item_for_an_escrow_key_that_cannot_read_is_read_by_the_other_recipient()
    {
        using var rsa = RSA.Create(2048);
        using var escrow = new RawRsaKeyring("ns", "escrow", RawRsaPadding.OaepSha256, rsa.ExportSubjectPublicKeyInfoPem(), default);
        using var own = new RawAesKeyring("ns", "own", new byte[32]);
        var encryptor = new ItemEncryptor(Items.Configuration, new MultiKeyring(escrow, own));

        var plain = await encryptor.DecryptAsync(await encryptor.EncryptAsync(Items.Plain()));
        Assert.Equal("078-05-1120", plain["Ssn"].S);
    }

    [Fact]
    public async Task An_unavailable_key_does_not_keep_the_next_from_being_tried()
    {
        using var own = new RawAesKeyring("ns", "own", new byte[32]);
        var stored = await new ItemEncryptor(Items.Configuration, own).EncryptAsync(Items.Plain());

        var plain = await new ItemEncryptor(Items.Configuration, new MultiKeyring(new UnavailableKeyring(), own)).DecryptAsync(stored);
        Assert.Equal("078-05-1120", plain["Ssn"].S);
    }

    [Fact]
    public async Task When_no_key_succeeds_the_unavailable_one_is_what_is_reported()
    {
        using var own = new RawAesKeyring("ns", "own", new byte[32]);
        using var other = new RawAesKeyring("ns", "other", new byte[32]);
        var stored = await new ItemEncryptor(Items.Configuration, own).EncryptAsync(Items.Plain());
        var reader = new ItemEncryptor(Items.Configuration, new MultiKeyring(other, new UnavailableKeyring()));

        var error = await Assert.ThrowsAsync<KeyUnavailableException>(async () => await reader.DecryptAsync(stored));
        Assert.Equal("branch-key-unknown", error.Rule);
    }

    [Theory]
    [InlineData(RawRsaPadding.Pkcs1)]
    [InlineData(RawRsaPadding.OaepSha256)]
    public async Task S21_a_wrong_RSA_key_fails_as_any_other_wrong_key_does(RawRsaPadding padding)
    {
        using var rsa = RSA.Create(2048);
        using var otherRsa = RSA.Create(2048);
        using var writer = new RawRsaKeyring("ns", "rsa", padding, rsa.ExportSubjectPublicKeyInfoPem(), default);
        using var reader = new RawRsaKeyring("ns", "rsa", padding, default, otherRsa.ExportPkcs8PrivateKeyPem());
        using var aes = new RawAesKeyring("ns", "aes", new byte[32]);
        var stored = await new ItemEncryptor(Items.Configuration, writer).EncryptAsync(Items.Plain());

        var wrongKey = await Assert.ThrowsAsync<ItemVerificationException>(async () => await new ItemEncryptor(Items.Configuration, reader).DecryptAsync(stored));
        var otherFamily = await Assert.ThrowsAsync<ItemVerificationException>(async () => await new ItemEncryptor(Items.Configuration, aes).DecryptAsync(stored));
        Assert.Equal(otherFamily.Message, wrongKey.Message);
        Assert.Null(wrongKey.InnerException);
    }

    private sealed class UnavailableKeyring : IKeyring
    {
        private readonly HierarchicalKeyring _keyring = new(new InMemoryBranchKeySource(), "unknown");

        public ValueTask OnEncryptAsync(EncryptionMaterials materials, CancellationToken cancellationToken) => _keyring.OnEncryptAsync(materials, cancellationToken);

        // Reading asks the source for the active version as well, which it doesn't have.
        public async ValueTask OnDecryptAsync(DecryptionMaterials materials, IReadOnlyList<EncryptedDataKey> encryptedDataKeys, CancellationToken cancellationToken)
            => await new InMemoryBranchKeySource().GetActiveAsync("unknown", cancellationToken);
    }
}
