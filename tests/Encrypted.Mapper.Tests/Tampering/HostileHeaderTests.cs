using Encrypted.Mapper.IndependentReader;
using Encrypted.Mapper.Tests.Support;
using Xunit;

namespace Encrypted.Mapper.Tests.Tampering;

/// <summary>Headers and footers cut short, drawn out, or with lengths and counts that the bytes don't bear out (wire format, sections 4.1 and 9).</summary>
public sealed class HostileHeaderTests
{
    private static readonly byte[] MessageId = new byte[32];

    /// <summary>Headers in hex, filled up with zeros to 500 bytes.</summary>
    public static TheoryData<string, string> Headers()
    {
        var start = "0100" + Convert.ToHexString(MessageId);
        var dataKey = "0002" + "6E73" + "0000" + "0000";
        return new()
        {
            { "legend longer than the header", start + "FFFF" },
            { "legend that takes the rest", start + "01D0" },
            { "legend of zeros", start + "0002" + "0000" },
            { "no legend, 65,535 context pairs", start + "0000" + "FFFF" },
            { "no legend, 65,534 context pairs", start + "0000" + "FFFE" },
            { "context key longer than the header", start + "0000" + "0001" + "FFFF" },
            { "context value longer than the header", start + "0000" + "0001" + "0001" + "61" + "FFFF" },
            { "empty context key", start + "0000" + "0001" + "0000" + "0000" },
            { "context keys twice the same", start + "0000" + "0002" + "0001" + "61" + "0000" + "0001" + "61" + "0000" },
            { "context keys descending", start + "0000" + "0002" + "0001" + "62" + "0000" + "0001" + "61" + "0000" },
            { "context key not UTF-8", start + "0000" + "0001" + "0001" + "FF" + "0000" + "01" + dataKey },
            { "context value not UTF-8", start + "0000" + "0001" + "0001" + "61" + "0001" + "FF" + "01" + dataKey },
            { "no data key", start + "0000" + "0000" + "00" },
            { "255 data keys of nothing", start + "0000" + "0000" + "FF" },
            { "255 data keys, the first longer than the header", start + "0000" + "0000" + "FF" + "FFFF" },
            { "data key with a long id", start + "0000" + "0000" + "01" + "FFFF" },
            { "data key with a long info", start + "0000" + "0000" + "01" + "0000" + "FFFF" },
            { "data key with a long ciphertext", start + "0000" + "0000" + "01" + "0000" + "0000" + "FFFF" },
            { "data key id not UTF-8", start + "0000" + "0000" + "01" + "0001" + "FF" + "0000" + "0000" },
            { "far more than a commitment behind the data keys", start + "0000" + "0000" + "01" + dataKey },
            { "version 0", "0000" + Convert.ToHexString(MessageId) },
            { "version 3", "0300" + Convert.ToHexString(MessageId) },
            { "flavor 2", "0102" + Convert.ToHexString(MessageId) },
        };
    }

    [Theory]
    [MemberData(nameof(Headers))]
    public void A_header_that_claims_more_than_it_has_is_refused_cheaply(string what, string headerHex)
    {
        Assert.NotEmpty(what);
        var header = new byte[500];
        Convert.FromHexString(headerHex).CopyTo(header, 0);
        var item = new Forger().Write();
        item["aws_dbe_head"] = Value.B(header);

        Assert.StartsWith("header: ", ItemReader.Read(Forger.Description, Forger.Key.Recipient, item).Reason!.Replace("text: ", "header: text: "));
        Allocation.AssertRefusedCheaply(Forger.Encryptor, SdkItems.ToSdk(item), limit: 64 << 10);
    }

    [Theory]
    [MemberData(nameof(SubjectKinds.All), MemberType = typeof(SubjectKinds))]
    public async Task Header_and_footer_of_any_other_length_are_refused(int version, string suite)
    {
        var subject = Subject.Of(version, suite);
        var item = await subject.ProtectAsync();
        var changes =
            from name in new[] { "aws_dbe_head", "aws_dbe_foot" }
            let bytes = item[name].Bytes
            from changed in Cuts(bytes)
            select Mutation.Replace($"{name} {changed.What}", item, name, Value.B(changed.Bytes));
        await new Judgement(subject, item).AllRefusedExcept(changes);
    }

    [Fact]
    public async Task The_reader_finds_its_key_among_255()
    {
        var item = new Forger { DataKeys = 255 }.Write();
        var plain = await Forger.Encryptor.DecryptAsync(SdkItems.ToSdk(item));
        Assert.Equal("{\"e\": {\"S\": \"x\"}, \"pk\": {\"S\": \"pK7\"}}", SdkItems.Text(plain));
    }

    [Fact]
    public async Task The_reader_finds_its_key_behind_15_that_look_like_it()
        => await Forger.Encryptor.DecryptAsync(SdkItems.ToSdk(new Forger { DataKeys = 16, LookAlikes = 15 }.Write()));

    [Theory]
    [InlineData(17, 16)]
    [InlineData(255, 254)]
    public async Task Behind_16_that_look_like_it_a_key_is_not_sought(int dataKeys, int lookAlikes)
    {
        var item = new Forger { DataKeys = dataKeys, LookAlikes = lookAlikes }.Write();
        var error = await Assert.ThrowsAsync<ItemVerificationException>(async () => await Forger.Encryptor.DecryptAsync(SdkItems.ToSdk(item)));
        Assert.Equal("data-key", error.Rule);
        Assert.Contains("16 of each keyring", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_pair_that_another_writer_stored_in_the_context_is_authenticated_with_it()
    {
        var item = new Forger { StoredContext = new() { ["purpose"] = "audit" } }.Write();
        await Forger.Encryptor.DecryptAsync(SdkItems.ToSdk(item));
        await new Judgement(Forger.Encryptor, Forger.Description, Forger.Key.Recipient, item).AllRefusedExcept(BitFlips.OfAttribute(item, "aws_dbe_head"));
    }

    [Theory]
    [InlineData("aws-crypto-table-name", "Forged", true)]
    [InlineData("aws-crypto-table-name", "Other", false)]
    [InlineData("aws-crypto-attr.pk", "AAF4", false)]
    [InlineData("aws-crypto-public-key", "AAAA", false)]
    public async Task A_stored_pair_must_not_contradict_the_item(string key, string text, bool agrees)
    {
        var item = new Forger { StoredContext = new() { [key] = text } }.Write();
        Assert.Equal(agrees, ItemReader.Read(Forger.Description, Forger.Key.Recipient, item).Accepted);
        var error = await Record.ExceptionAsync(async () => await Forger.Encryptor.DecryptAsync(SdkItems.ToSdk(item)));
        Assert.Equal(agrees ? null : typeof(ItemVerificationException), error?.GetType());
    }

    private static IEnumerable<(string What, byte[] Bytes)> Cuts(byte[] bytes)
    {
        for (var length = 0; length < bytes.Length; length++)
        {
            yield return ($"cut to {length}", bytes[..length]);
            yield return ($"without its first {bytes.Length - length}", bytes[^length..]);
        }

        foreach (var extra in new[] { 1, 2, 32, 48, 55, 96, 103, 1000 })
        {
            yield return ($"with {extra} more behind", [.. bytes, .. new byte[extra]]);
            yield return ($"with {extra} more in front", [.. new byte[extra], .. bytes]);
        }
    }
}
