using System.Text;
using Amazon.DynamoDBv2.Model;
using Encrypted.Mapper.Testing.Items;

namespace Encrypted.Mapper.Testing.Tests.Items;

/// <summary>Ciphertext that isn't any: what a broken writer would have stored.</summary>
public sealed class PlaintextTests
{
    public static TheoryData<AttributeValue> Plaintexts =>
    [
        new AttributeValue("078-05-1120"),
        new AttributeValue { N = "0780511" },
        new AttributeValue { B = new MemoryStream("078-05-1120"u8.ToArray()) },
        new AttributeValue { L = [new("078-05-1120")] },
        new AttributeValue { M = new() { ["number"] = new("078-05-1120") } },
        new AttributeValue { SS = ["078-05-1120"] },
    ];

    [Theory]
    [MemberData(nameof(Plaintexts))]
    public void A_binary_that_contains_the_plaintext_is_found(AttributeValue plain)
    {
        var stored = Stored("....078-05-1120....0780511....");

        var failure = Assert.Throws<StoredItemNotProtectedException>(() => stored.CheckAgainst(new() { ["Ssn"] = plain }, Expected()));

        Assert.Equal("Ssn contains its plaintext; it is declared [Encrypted].", Assert.Single(failure.Findings));
    }

    [Theory]
    [InlineData("219-09-9999")]
    [InlineData("078")]
    public void Other_plaintext_and_too_short_ones_are_not(string plain)
        => Stored("....078-05-1120....").CheckAgainst(new() { ["Ssn"] = new(plain) }, Expected());

    private static StoredItem Stored(string ssn)
        => new("TestedVisits", new() { ["Ssn"] = new() { B = new MemoryStream(Encoding.ASCII.GetBytes(ssn)) } });

    private static ExpectedProtection Expected() => ExpectedProtection.OfEntity(ExpectedProtection.ModelOf<Visit>());
}
