using Encrypted.Mapper.Encryption;
using Encrypted.Mapper.Keys;
using Encrypted.Mapper.Model;
using Encrypted.Mapper.Tests.Keys;
using Xunit;

namespace Encrypted.Mapper.Tests.Encryption;

/// <summary>An enumeration can hold any number. An unknown one must not choose anything by accident.</summary>
public sealed class UndefinedOptionTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(0x6601)]
    [InlineData(0x6702)]
    public void An_undefined_suite_is_refused(int suite)
        => Refused(Items.Configuration with { AlgorithmSuite = (AlgorithmSuite)suite });

    [Fact]
    public void An_undefined_plaintext_policy_is_refused()
        => Refused(Items.Configuration with { PlaintextPolicy = (PlaintextPolicy)7 });

    [Fact]
    public void An_undefined_action_is_refused()
        => Refused(Items.Configuration with { Actions = new Dictionary<string, CryptoAction> { ["Id"] = CryptoAction.SignOnly, ["X"] = (CryptoAction)9 } });

    private static void Refused(ItemEncryptorConfiguration configuration)
    {
        using var keyring = new RawAesKeyring("ns", "name", new byte[32]);
        var error = Assert.Throws<ModelConfigurationException>(() => new ItemEncryptor(configuration, keyring));
        Assert.Equal("undefined-option", error.Rule);
        Assert.Equal("Patients", error.TableName);
    }
}
