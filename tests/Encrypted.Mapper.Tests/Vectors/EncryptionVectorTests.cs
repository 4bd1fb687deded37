using System.Text.Json;
using Encrypted.Mapper.IndependentReader;
using Encrypted.Mapper.IndependentReader.Recipients;
using Encrypted.Mapper.Tests.Support;
using Xunit;

namespace Encrypted.Mapper.Tests.Vectors;

/// <summary>
/// What we encrypt from the official plain items is read by the independent reader, with the legend, encryption context
/// and canonical plaintext of the official encryption.
/// </summary>
public sealed class EncryptionVectorTests
{
    [Theory]
    [MemberData(nameof(VectorNames.Items), MemberType = typeof(VectorNames))]
    public async Task Writes_what_the_official_library_writes(string name)
    {
        var vector = VectorFile.Items[name];
        var findings = new Findings();
        await Compare(findings, name, vector.Keyring, vector.Config, vector.Plain, vector.Protected);
        findings.AssertNone(1);
    }

    [Fact]
    public async Task Writes_all_random_items_as_the_official_library_does()
    {
        var findings = new Findings();
        foreach (var vector in VectorFile.Random.Select(v => v.Item))
        {
            await Compare(findings, vector.Name, vector.Keyring, vector.Config, vector.Plain, vector.Protected);
        }

        findings.AssertNone(350);
    }

    [Theory]
    [MemberData(nameof(VectorNames.Encrypting), MemberType = typeof(VectorNames))]
    public async Task Gives_the_official_outcome_of_a_recorded_encryption(string name)
    {
        var recorded = VectorFile.Behaviour[name];
        if (recorded.Result.ItemOrNull is { } expected)
        {
            var findings = new Findings();
            await Compare(findings, name, recorded.Keyring, recorded.Config, recorded.Item, expected);
            findings.AssertNone(1);
            return;
        }

        var error = await Assert.ThrowsAnyAsync<EncryptedDynamoException>(async () =>
            await ConfigurationJson.Encryptor(recorded.Config, recorded.Keyring).EncryptAsync(SdkItems.ToSdk(recorded.Item)));
        Assert.Equal(recorded.Config.GetProperty("table").GetString(), error.TableName);
        Assert.NotEmpty(error.Rule);
    }

    private static async Task Compare(
        Findings findings,
        string name,
        JsonElement keyring,
        JsonElement config,
        Dictionary<string, Value> plain,
        Dictionary<string, Value> official)
    {
        findings.Case();
        var encryptor = ConfigurationJson.Encryptor(config, keyring);
        var before = DynamoJson.Write(plain);
        var given = SdkItems.ToSdk(plain);
        var protectedItem = await encryptor.EncryptAsync(given);
        findings.Expect(name, "the given item is left as it is", before, SdkItems.Text(given));
        findings.Expect(name, "attribute names", Names(official.Keys), Names(protectedItem.Keys));
        if (!official.ContainsKey("aws_dbe_head"))
        {
            findings.Expect(name, "item", DynamoJson.Write(official), SdkItems.Text(protectedItem));
            return;
        }

        var table = TableDescription.Parse(config);
        var theirs = ItemReader.Read(table, RecipientJson.Parse(keyring), official);
        var ours = ItemReader.Read(table, RecipientJson.Parse(keyring), SdkItems.FromSdk(protectedItem));
        if (!ours.Accepted)
        {
            findings.Add(name, "the independent reader refuses: " + ours.Reason);
            return;
        }

        findings.Expect(name, "essence", Essence.Of(theirs), Essence.Of(ours));
        findings.Expect(name, "plain item", DynamoJson.Write(theirs.Plain), DynamoJson.Write(ours.Plain));
        findings.Expect(name, "own decryption", DynamoJson.Write(theirs.Plain), SdkItems.Text(await encryptor.DecryptAsync(protectedItem)));
    }

    private static string Names(IEnumerable<string> names) => string.Join(", ", names.Order(StringComparer.Ordinal));
}
