using Encrypted.Mapper.IndependentReader;
using Encrypted.Mapper.Tests.Support;
using Xunit;

namespace Encrypted.Mapper.Tests.Tampering;

/// <summary>
/// Authentic ciphertexts of which the content breaks the rules of wire format section 7.2. Only a holder of the key can
/// write them; reading them must fail as any other item does, at the cost of the bytes that are there.
/// </summary>
public sealed class HostileValueTests
{
    private const ulong Huge = uint.MaxValue;

    /// <summary>Type, and plain bytes in hex.</summary>
    public static TheoryData<string, string, string> Values()
    {
        var values = new TheoryData<string, string, string>
        {
            { "NULL with content", "0000", "00" },
            { "BOOL without content", "0004", "" },
            { "BOOL of two bytes", "0004", "0001" },
            { "BOOL that is neither", "0004", "02" },
            { "S that is not UTF-8", "0001", "FF" },
            { "S with an overlong form", "0001", "C080" },
            { "S with a surrogate in UTF-8", "0001", "EDA080" },
            { "S cut within a character", "0001", "E29D" },
            { "N that is not UTF-8", "0002", "80" },
            { "unknown type id", "0003", "" },
            { "unknown type id with the bytes of a known one exchanged", "0100", "" },
        };
        foreach (var (name, id, entry) in new[] { ("SS", "0101", "00000001" + "61"), ("NS", "0102", "00000001" + "31"), ("BS", "01FF", "00000001" + "61") })
        {
            values.Add(name + " without a count", id, "");
            values.Add(name + " with half a count", id, "0000");
            values.Add(name + " of 2^32-1 members that aren't there", id, Number(Huge));
            values.Add(name + " of 2^31 members that aren't there", id, Number(1UL << 31));
            values.Add(name + " of 2^31-1 members with one there", id, Number((1UL << 31) - 1) + entry);
            values.Add(name + " with a member of 2^32-1 bytes", id, Number(1) + Number(Huge) + "61");
            values.Add(name + " with a member of 2^31 bytes", id, Number(1) + Number(1UL << 31) + "61");
            values.Add(name + " with bytes left over", id, Number(1) + entry + "00");
            values.Add(name + " with a duplicate", id, Number(2) + entry + entry);
        }

        foreach (var (name, id, key) in new[] { ("L", "0300", ""), ("M", "0200", "0001" + "00000001" + "6B") })
        {
            values.Add(name + " without a count", id, "");
            values.Add(name + " of 2^32-1 elements that aren't there", id, Number(Huge));
            values.Add(name + " of 2^31-1 elements with one there", id, Number((1UL << 31) - 1) + key + "0000" + Number(0));
            values.Add(name + " with an element of 2^32-1 bytes", id, Number(1) + key + "0001" + Number(Huge) + "61");
            values.Add(name + " with an element of 2^31 bytes", id, Number(1) + key + "FFFF" + Number(1UL << 31) + "61");
            values.Add(name + " with an element one byte too long", id, Number(1) + key + "0001" + Number(2) + "61");
            values.Add(name + " with an element of unknown type", id, Number(1) + key + "7777" + Number(0));
            values.Add(name + " with a nested list of 2^32-1 elements", id, Number(1) + key + "0300" + Number(4) + Number(Huge));
            values.Add(name + " with a nested set of 2^32-1 members", id, Number(1) + key + "0101" + Number(4) + Number(Huge));
            values.Add(name + " with bytes left over", id, Number(0) + "00");
        }

        values.Add("M with a key of 2^32-1 bytes", "0200", Number(1) + "0001" + Number(Huge) + "6B");
        values.Add("M with a key that is no string", "0200", Number(1) + "0002" + Number(1) + "31" + "0000" + Number(0));
        values.Add("M with an empty key", "0200", Number(1) + "0001" + Number(0) + "0000" + Number(0));
        values.Add("M with a key that is not UTF-8", "0200", Number(1) + "0001" + Number(1) + "FF" + "0000" + Number(0));
        values.Add("M with a key of 65,536 bytes", "0200", Number(1) + "0001" + Number(65536) + string.Concat(Enumerable.Repeat("6B", 65536)) + "0000" + Number(0));
        values.Add("M with a duplicate key", "0200", Number(2) + "0001" + Number(1) + "6B" + "0000" + Number(0) + "0001" + Number(1) + "6B" + "0000" + Number(0));
        return values;
    }

    [Theory]
    [MemberData(nameof(Values))]
    public void Is_refused_without_allocating_what_it_claims(string what, string typeId, string plainHex)
    {
        Assert.NotEmpty(what);
        var item = new Forger { TypeId = Convert.FromHexString(typeId), PlainBytes = Convert.FromHexString(plainHex) }.Write();
        Assert.StartsWith("value: ", ItemReader.Read(Forger.Description, Forger.Key.Recipient, item).Reason!.Replace("text: ", "value: text: "));
        Allocation.AssertRefusedCheaply(Forger.Encryptor, SdkItems.ToSdk(item));
    }

    /// <summary>
    /// The official decoder takes the declared length of a nested collection for an upper bound only (section 7.2). No
    /// writer declares another length than the true one, so we hold it to that.
    /// </summary>
    [Theory]
    [InlineData("0300")]
    [InlineData("0200")]
    [InlineData("0101")]
    public async Task A_nested_length_that_is_not_the_true_one_is_refused(string nestedType)
    {
        var elements = Number(2) + nestedType + Number(9) + Number(0) + "0001" + Number(1) + "61";
        var item = new Forger { TypeId = TypeIds.Of("L"), PlainBytes = Convert.FromHexString(elements) }.Write();
        Assert.True(ItemReader.Read(Forger.Description, Forger.Key.Recipient, item).Accepted);
        var error = await Assert.ThrowsAsync<ItemVerificationException>(async () => await Forger.Encryptor.DecryptAsync(SdkItems.ToSdk(item)));
        Assert.Equal("decrypted-value", error.Rule);
    }

    [Theory]
    [InlineData(33)]
    [InlineData(1000)]
    [InlineData(50_000)]
    public void Nesting_deeper_than_32_is_refused(int depth)
    {
        var item = new Forger { TypeId = TypeIds.Of("L"), PlainBytes = NestedLists(depth) }.Write();
        Allocation.AssertRefusedCheaply(Forger.Encryptor, SdkItems.ToSdk(item), limit: 8L << 20);
    }

    [Fact]
    public async Task Nesting_of_32_is_read()
    {
        var item = new Forger { TypeId = TypeIds.Of("L"), PlainBytes = NestedLists(32) }.Write();
        var plain = await Forger.Encryptor.DecryptAsync(SdkItems.ToSdk(item));
        Assert.Equal(DynamoJson.Write(ItemReader.Read(Forger.Description, Forger.Key.Recipient, item).Plain), SdkItems.Text(plain));
    }

    [Fact]
    public async Task The_forger_writes_what_is_accepted_when_it_keeps_to_the_rules()
    {
        var plain = await Forger.Encryptor.DecryptAsync(SdkItems.ToSdk(new Forger().Write()));
        Assert.Equal("{\"e\": {\"S\": \"x\"}, \"pk\": {\"S\": \"pK7\"}}", SdkItems.Text(plain));
    }

    private static byte[] NestedLists(int depth)
    {
        var nested = new ByteList();
        for (var level = depth; level > 1; level--)
        {
            nested.AddNumber(4, 1).Add(3, 0).AddNumber(4, (ulong)((10L * (level - 2)) + 4));
        }

        return nested.AddNumber(4, 0).ToArray();
    }

    private static string Number(ulong number) => Convert.ToHexString(new ByteList().AddNumber(4, number).ToArray());
}
