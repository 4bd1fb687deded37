using CsCheck;
using Encrypted.Mapper.Encryption;
using Encrypted.Mapper.IndependentReader;
using Encrypted.Mapper.IndependentReader.Recipients;
using Encrypted.Mapper.Tests.Support;
using Xunit;

namespace Encrypted.Mapper.Tests.Properties;

/// <summary>What holds for every item. A failure prints the seed that repeats it.</summary>
public sealed class RoundTripTests
{
    private static readonly RawAesRecipient Recipient = new("ns", "key", new byte[32]);

    [Fact]
    public async Task Every_item_comes_back_through_us_and_through_the_independent_reader()
        => await RandomCase.Generator.SampleAsync(
            async random =>
            {
                var encryptor = new ItemEncryptor(random.Configuration, RandomCase.Keyring);
                var protectedItem = await encryptor.EncryptAsync(SdkItems.ToSdk(random.Item));
                var reading = ItemReader.Read(random.Description, Recipient, SdkItems.FromSdk(protectedItem));
                Assert.Null(reading.Reason);

                var expected = DynamoJson.Write(random.Expected);
                Assert.Equal(expected, DynamoJson.Write(reading.Plain));
                Assert.Equal(expected, SdkItems.Text(await encryptor.DecryptAsync(protectedItem)));
                Assert.Equal(Actions(random), reading.Fields.ToDictionary(f => f.Name, f => f.Letter));
            },
            iter: 10_000);

    [Fact]
    public async Task A_change_of_one_byte_is_refused_by_us_when_the_independent_reader_refuses_it()
        => await Gen.Select(RandomCase.Generator, Gen.Int[0, int.MaxValue], Gen.Byte[1, 255]).SampleAsync(
            async (random, at, change) =>
            {
                var encryptor = new ItemEncryptor(random.Configuration, RandomCase.Keyring);
                var item = SdkItems.FromSdk(await encryptor.EncryptAsync(SdkItems.ToSdk(random.Item)));
                var binaries = item.Where(p => p.Value.Type == "B" && p.Value.Bytes.Length > 0).OrderBy(p => p.Key, StringComparer.Ordinal).ToList();
                var (name, value) = binaries[at % binaries.Count];
                var bytes = (byte[])value.Bytes.Clone();
                bytes[at % bytes.Length] ^= change;
                item[name] = Value.B(bytes);

                var reading = ItemReader.Read(random.Description, Recipient, item);
                if (reading.Accepted)
                {
                    Assert.Equal(DynamoJson.Write(reading.Plain), SdkItems.Text(await encryptor.DecryptAsync(SdkItems.ToSdk(item))));
                }
                else
                {
                    await Assert.ThrowsAsync<ItemVerificationException>(async () => await encryptor.DecryptAsync(SdkItems.ToSdk(item)));
                }
            },
            iter: 300);

    [Fact]
    public async Task A_text_is_a_number_for_us_when_it_is_one_for_the_independent_reader()
    {
        var encryptor = new ItemEncryptor(
            new()
            {
                LogicalTableName = "Numbers",
                PartitionKey = "pk",
                Actions = new Dictionary<string, Model.CryptoAction> { ["pk"] = Model.CryptoAction.SignOnly, ["n"] = Model.CryptoAction.EncryptAndSign },
                AlgorithmSuite = AlgorithmSuite.SymSigHmacSha384,
            },
            RandomCase.Keyring);
        await Gen.OneOf(Generate.MaybeNumber, Generate.Number).SampleAsync(
            async text =>
            {
                var expected = NormalisedOrNull(text);
                var item = SdkItems.ToSdk(new Dictionary<string, Value> { ["pk"] = Value.S("k"), ["n"] = Value.N(text) });
                if (expected is null)
                {
                    await Assert.ThrowsAsync<InvalidItemException>(async () => await encryptor.EncryptAsync(item));
                    return;
                }

                Assert.Equal(expected, (await encryptor.DecryptAsync(await encryptor.EncryptAsync(item)))["n"].N);
            },
            iter: 3000);
    }

    private static Dictionary<string, char> Actions(RandomCase random) => random.Configuration.Actions
        .Where(a => a.Value != Model.CryptoAction.DoNothing && random.Item.ContainsKey(a.Key))
        .ToDictionary(a => a.Key, a => a.Value switch
        {
            Model.CryptoAction.EncryptAndSign => 'e',
            Model.CryptoAction.SignOnly => 's',
            _ => 'c',
        });

    private static string? NormalisedOrNull(string text)
    {
        try
        {
            return NumberText.Normalise(text);
        }
        catch (RefusalException)
        {
            return null;
        }
    }
}
