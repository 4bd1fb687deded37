using Amazon.DynamoDBv2.Model;
using Encrypted.Mapper.Encryption;
using Encrypted.Mapper.Keys;
using Encrypted.Mapper.Model;
using Encrypted.Mapper.Tests.Support;
using Xunit;

namespace Encrypted.Mapper.Tests.BadInput;

/// <summary>What can't be written is refused by a typed error that names table, attribute and rule, and never a value.</summary>
public sealed class BadItemTests
{
    public static TheoryData<string> Cases() => new(BadItems.All.Select(bad => bad.What));

    /// <summary>What can also be wrong with a stored item; a header belongs there.</summary>
    public static TheoryData<string> StoredCases() => new(BadItems.All.Where(bad => bad.Attribute != "aws_dbe_head").Select(bad => bad.What));

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task An_item_with(string what)
    {
        var bad = BadItems.All.Single(b => b.What == what);
        var item = BadItem.Good();
        bad.Change(item);

        var error = await Assert.ThrowsAsync<InvalidItemException>(async () => await Encryptor().EncryptAsync(item));
        Assert.Equal(bad.Rule, error.Rule);
        AssertNames(error, bad.Attribute);
    }

    [Theory]
    [MemberData(nameof(StoredCases))]
    public async Task A_stored_item_that_was_given(string what)
    {
        var bad = BadItems.All.Single(b => b.What == what);
        var encryptor = Encryptor();
        var item = await encryptor.EncryptAsync(BadItem.Good());
        bad.Change(item);

        var error = await Assert.ThrowsAsync<ItemVerificationException>(async () => await encryptor.DecryptAsync(item));
        Assert.Equal("Patients", error.TableName);
        Assert.DoesNotContain(BadItem.Mark, error.ToString());
    }

    [Theory]
    [InlineData("", "*", "name-length")]
    [InlineData("\uD800", "*", "unpaired-surrogate")]
    [InlineData("a\uDC00b", "*", "unpaired-surrogate")]
    public async Task An_attribute_of_an_impossible_name_is_refused(string name, string attribute, string rule)
    {
        var encryptor = Encryptor();
        var item = BadItem.Good();
        item[name] = new() { S = "x" };

        // Such a name can have no action, so that the missing action may be what is reported.
        var error = await Assert.ThrowsAsync<InvalidItemException>(async () => await encryptor.EncryptAsync(item));
        Assert.Contains(error.Rule, new[] { rule, "no-action" });
        Assert.Equal(attribute, error.AttributeName);

        var stored = await encryptor.EncryptAsync(BadItem.Good());
        stored[name] = new() { S = "x" };
        await Assert.ThrowsAsync<ItemVerificationException>(async () => await encryptor.DecryptAsync(stored));
    }

    [Theory]
    [InlineData(CryptoAction.SignOnly, "Id")]
    [InlineData(CryptoAction.SignAndIncludeInEncryptionContext, "Id")]
    [InlineData(CryptoAction.SignAndIncludeInEncryptionContext, "Clinic")]
    public async Task A_value_too_long_for_the_encryption_context_is_refused(CryptoAction keyAction, string attribute)
    {
        var item = BadItem.Good();
        item[attribute] = new() { S = string.Concat(Enumerable.Repeat(BadItem.Mark, 16384)) };
        var error = await Assert.ThrowsAsync<InvalidItemException>(async () => await Encryptor(keyAction).EncryptAsync(item));
        Assert.Equal("encryption-context-size", error.Rule);
        AssertNames(error, attribute);
    }

    [Fact]
    public async Task An_attribute_of_the_encryption_context_must_be_there()
    {
        var item = BadItem.Good();
        item.Remove("Clinic");
        var error = await Assert.ThrowsAsync<InvalidItemException>(async () => await Encryptor(CryptoAction.SignAndIncludeInEncryptionContext).EncryptAsync(item));
        Assert.Equal("context-attribute-missing", error.Rule);
        AssertNames(error, "Clinic");
    }

    [Fact]
    public async Task A_null_item_is_an_argument_error()
    {
        await Assert.ThrowsAsync<ArgumentNullException>(async () => await Encryptor().EncryptAsync(null!));
        await Assert.ThrowsAsync<ArgumentNullException>(async () => await Encryptor().DecryptAsync(null!));
    }

    [Fact]
    public async Task An_unsigned_attribute_is_passed_on_unread()
    {
        var item = BadItem.Good();
        item["hint"] = new() { N = "not a number" };
        var encryptor = Encryptor();
        var plain = await encryptor.DecryptAsync(await encryptor.EncryptAsync(item));
        Assert.Equal(SdkItems.Text(item), SdkItems.Text(plain));
    }

    private static ItemEncryptor Encryptor(CryptoAction keyAction = CryptoAction.SignOnly) => new(
        new ItemEncryptorConfiguration
        {
            LogicalTableName = "Patients",
            PartitionKey = "Id",
            SortKey = "Visit",
            Actions = new Dictionary<string, CryptoAction>
            {
                ["Id"] = keyAction,
                ["Visit"] = keyAction,
                ["Clinic"] = keyAction,
                ["Ssn"] = CryptoAction.EncryptAndSign,
                ["hint"] = CryptoAction.DoNothing,
            },
            UnsignedAttributes = ["hint"],
        },
        new RawAesKeyring("ns", "k", new byte[32]));

    private static void AssertNames(InvalidItemException error, string attribute)
    {
        Assert.Equal("Patients", error.TableName);
        Assert.Equal(attribute, error.AttributeName);
        Assert.Contains("'Patients'", error.Message);
        Assert.Contains($"'{attribute}'", error.Message);
        Assert.Contains(error.Rule, error.Message);
        Assert.DoesNotContain(BadItem.Mark, error.ToString());
    }
}
