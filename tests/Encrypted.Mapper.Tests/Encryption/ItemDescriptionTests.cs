using Encrypted.Mapper.Encryption;
using Encrypted.Mapper.Keys;
using Encrypted.Mapper.Model;
using Encrypted.Mapper.Tests.Keys;
using Xunit;

namespace Encrypted.Mapper.Tests.Encryption;

public sealed class ItemDescriptionTests
{
    [Fact]
    public async Task A_header_is_described_without_keys()
    {
        using var keyring = new RawAesKeyring("ns", "name", new byte[32]);
        var configuration = Items.Configuration with { AlgorithmSuite = AlgorithmSuite.EcdsaP384SymSigHmacSha384 };
        var stored = await new ItemEncryptor(configuration, keyring).EncryptAsync(Items.Plain());

        var description = ItemEncryptor.Describe(stored);

        Assert.Equal(1, description.HeaderVersion);
        Assert.Equal(AlgorithmSuite.EcdsaP384SymSigHmacSha384, description.AlgorithmSuite);
        Assert.Equal([CryptoAction.SignOnly, CryptoAction.EncryptAndSign], description.Legend);
        Assert.Equal(["aws-crypto-public-key"], description.StoredEncryptionContext.Keys);
        Assert.Equal("ns", Assert.Single(description.EncryptedDataKeys).ProviderId);
        Assert.Equal(stored["aws_dbe_head"].B.ToArray()[2..34], description.MessageId.ToArray());
    }

    [Fact]
    public void An_item_without_header_is_a_typed_error()
        => Assert.Equal("not-protected", Assert.Throws<ItemVerificationException>(() => ItemEncryptor.Describe(Items.Plain())).Rule);
}
