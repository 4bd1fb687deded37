using Encrypted.Mapper.Encryption;
using Encrypted.Mapper.Keys;
using Encrypted.Mapper.Model;
using Xunit;

namespace Encrypted.Mapper.Tests.BadInput;

/// <summary>Configurations that the format forbids, beside those that the vectors record (wire format, section 2.1).</summary>
public sealed class BadConfigurationTests
{
    private static readonly ItemEncryptorConfiguration Good = new()
    {
        LogicalTableName = "Patients",
        PartitionKey = "Id",
        Actions = new Dictionary<string, CryptoAction> { ["Id"] = CryptoAction.SignOnly, ["Ssn"] = CryptoAction.EncryptAndSign },
    };

    [Fact]
    public void A_table_name_with_an_unpaired_surrogate()
    {
        var configuration = Good with { LogicalTableName = "\uD800" };
        var error = Assert.Throws<ModelConfigurationException>(() => new ItemEncryptor(configuration, new RawAesKeyring("ns", "k", new byte[16])));
        Assert.Equal("table-name", error.Rule);
    }

    [Fact]
    public void An_attribute_name_with_an_unpaired_surrogate() => AssertRefused("name-form", With("\uD800", CryptoAction.SignOnly));

    [Fact]
    public void An_empty_attribute_name() => AssertRefused("name-form", With("", CryptoAction.SignOnly));

    [Fact]
    public void An_attribute_name_of_65536_bytes() => AssertRefused("name-form", With(new string('é', 32768), CryptoAction.SignOnly));

    [Fact]
    public void One_attribute_as_both_keys() => AssertRefused("key-names", Good with { SortKey = "Id" });

    [Theory]
    [InlineData("aws_dbe_x")]
    [InlineData("aws_dbe_head")]
    [InlineData("aws-crypto-x")]
    public void A_reserved_name(string name) => AssertRefused("reserved-name", With(name, CryptoAction.SignOnly));

    [Fact]
    public void A_sort_key_without_an_action() => AssertRefused("key-action", Good with { SortKey = "Visit" });

    [Fact]
    public void An_encrypted_sort_key() => AssertRefused("key-action", With("Visit", CryptoAction.EncryptAndSign) with { SortKey = "Visit" });

    [Fact]
    public void A_signed_attribute_in_the_unsigned_list() => AssertRefused("signed-and-unsigned", Good with { UnsignedAttributes = ["Ssn"] });

    [Fact]
    public void An_unprotected_attribute_outside_the_unsigned_list() => AssertRefused("unsigned-not-listed", With("Hint", CryptoAction.DoNothing));

    private static ItemEncryptorConfiguration With(string name, CryptoAction action)
        => Good with { Actions = new Dictionary<string, CryptoAction>(Good.Actions) { [name] = action } };

    private static void AssertRefused(string rule, ItemEncryptorConfiguration configuration)
    {
        var error = Assert.Throws<ModelConfigurationException>(() => new ItemEncryptor(configuration, new RawAesKeyring("ns", "k", new byte[16])));
        Assert.Equal(rule, error.Rule);
        Assert.Equal(configuration.LogicalTableName, error.TableName);
        Assert.Contains(rule, error.Message);
    }
}
