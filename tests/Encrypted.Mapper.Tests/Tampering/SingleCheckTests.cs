using Encrypted.Mapper.IndependentReader;
using Encrypted.Mapper.Tests.Support;
using Xunit;

namespace Encrypted.Mapper.Tests.Tampering;

/// <summary>
/// Items of a key holder in which a single check fails and every other passes, so that no check can hide behind another
/// (wire format, section 10).
/// </summary>
public sealed class SingleCheckTests
{
    [Fact]
    public Task The_commitment() => AssertRefusedAsync("key-commitment", new Forger { WrongCommitment = true });

    [Fact]
    public Task The_tag_of_a_field() => AssertRefusedAsync("ciphertext", new Forger { WrongFieldTag = true });

    [Fact]
    public Task The_path_that_a_field_is_bound_to() => AssertRefusedAsync("ciphertext", new Forger { BoundTo = "f" });

    [Fact]
    public Task The_ordinal_of_a_field() => AssertRefusedAsync("ciphertext", new Forger { Ordinal = 1 });

    [Fact]
    public Task The_length_of_the_legend() => AssertRefusedAsync("attribute-removed", new Forger { Legend = "ess" });

    [Fact]
    public Task The_letter_of_a_signed_field() => AssertRefusedAsync("signature", new Forger { Legend = "ss" });

    [Fact]
    public Task The_letter_of_a_field_in_the_encryption_context() => AssertRefusedAsync("ciphertext", new Forger { Legend = "ee" });

    [Fact]
    public Task A_letter_that_does_not_exist() => AssertRefusedAsync("header-malformed", new Forger { Legend = "eE" });

    [Fact]
    public Task The_end_of_the_data_keys() => AssertRefusedAsync("header-malformed", new Forger { Trailing = [0] });

    [Fact]
    public Task The_version_that_makes_the_encryption_context() => AssertRefusedAsync("data-key", new Forger { Version = 2 });

    [Fact]
    public async Task A_letter_of_version_2_is_an_ordinary_signature_in_version_1()
    {
        var item = new Forger { Legend = "ec" }.Write();
        Assert.True(ItemReader.Read(Forger.Description, Forger.Key.Recipient, item).Accepted);
        await Forger.Encryptor.DecryptAsync(SdkItems.ToSdk(item));
    }

    private static async Task AssertRefusedAsync(string rule, Forger forger)
    {
        var item = forger.Write();
        Assert.False(ItemReader.Read(Forger.Description, Forger.Key.Recipient, item).Accepted);
        var error = await Assert.ThrowsAsync<ItemVerificationException>(async () => await Forger.Encryptor.DecryptAsync(SdkItems.ToSdk(item)));
        Assert.Equal(rule, error.Rule);
    }
}
