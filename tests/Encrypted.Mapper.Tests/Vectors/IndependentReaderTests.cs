using System.Text.Json;
using Encrypted.Mapper.IndependentReader;
using Encrypted.Mapper.IndependentReader.Recipients;
using Encrypted.Mapper.Tests.Support;
using Xunit;

namespace Encrypted.Mapper.Tests.Vectors;

/// <summary>The reader that judges our writer is itself judged by the vectors first.</summary>
public sealed class IndependentReaderTests
{
    [Theory]
    [MemberData(nameof(VectorNames.Items), MemberType = typeof(VectorNames))]
    public void Reads_the_official_item(string name)
    {
        var vector = VectorFile.Items[name];
        var reading = Read(vector.Keyring, vector.Config, vector.Protected);

        Assert.Null(reading.Reason);
        Assert.Equal(DynamoJson.Write(vector.Decrypted), DynamoJson.Write(reading.Plain));
    }

    [Theory]
    [MemberData(nameof(VectorNames.Items), MemberType = typeof(VectorNames))]
    public void Derives_what_the_official_header_parser_reports(string name)
    {
        var vector = VectorFile.Items[name];
        var reading = Read(vector.Keyring, vector.Config, vector.Protected);
        var official = vector.ParsedHeader;

        Assert.Null(reading.Reason);
        Assert.Equal(official.GetProperty("algorithmSuiteId").GetString(), $"0x670{reading.Header!.Flavor}");
        Assert.Equal(Pairs(official, "attributeActionsOnEncrypt"), reading.Fields.ToDictionary(f => f.Name, f => ActionName(f.Letter)));
        Assert.Equal(Pairs(official, "storedEncryptionContext"), reading.Header.StoredContext);
        Assert.Equal(Pairs(official, "encryptionContext"), reading.Context);
        Assert.Equal(
            official.GetProperty("encryptedDataKeys").EnumerateArray().Select(k => k.GetProperty("ciphertext").GetString()),
            reading.Header.DataKeys.Select(k => Convert.ToBase64String(k.Ciphertext)));
        Assert.Equal(
            DynamoJson.Write(DynamoJson.ParseItem(official.GetProperty("selectorContext"))),
            DynamoJson.Write(SelectorContext.Of(reading.Context)));
    }

    [Fact]
    public void Reads_all_random_items()
    {
        var findings = new Findings();
        foreach (var random in VectorFile.Random)
        {
            findings.Case();
            var vector = random.Item;
            Compare(findings, vector.Name, vector.Decrypted, Read(vector.Keyring, vector.Config, vector.Protected));
        }

        findings.AssertNone(350);
    }

    [Theory]
    [MemberData(nameof(VectorNames.VariantKinds), MemberType = typeof(VectorNames))]
    public void Gives_the_official_verdict_on_every_changed_random_item(string kind)
    {
        var findings = new Findings();
        var variants = VectorFile.Random.Where(v => v.Kind == kind).ToList();
        foreach (var variant in variants)
        {
            findings.Case();
            Compare(findings, variant.Title, variant.Result.ItemOrNull, Read(variant.Item.Keyring, variant.VariantConfig, variant.VariantItem));
        }

        findings.AssertNone(variants.Count);
    }

    [Theory]
    [MemberData(nameof(VectorNames.Decrypting), MemberType = typeof(VectorNames))]
    public void Gives_the_official_outcome_of_a_recorded_decryption(string name)
    {
        var recorded = VectorFile.Behaviour[name];
        var findings = new Findings();
        findings.Case();
        Compare(findings, name, recorded.Result.ItemOrNull, Read(recorded.Keyring, recorded.Config, recorded.Item));
        findings.AssertNone(1);
    }

    [Fact]
    public void Reads_every_item_of_a_recorded_encryption()
    {
        var findings = new Findings();
        var protectedItems = VectorFile.Behaviour.Values.Where(c => c.Encrypts && c.Result.ItemOrNull?.ContainsKey("aws_dbe_head") == true).ToList();
        foreach (var recorded in protectedItems)
        {
            findings.Case();
            var reading = Read(recorded.Keyring, recorded.Config, recorded.Result.ItemOrNull!);
            if (!reading.Accepted)
            {
                findings.Add(recorded.Name, reading.Reason!);
            }
        }

        findings.AssertNone(9);
    }

    [Fact]
    public void Shares_no_assembly_with_the_library()
    {
        var references = typeof(ItemReader).Assembly.GetReferencedAssemblies().Select(a => a.Name!).ToList();
        Assert.All(references, name => Assert.StartsWith("System.", name));
    }

    private static Reading Read(JsonElement keyring, JsonElement config, Dictionary<string, Value> item)
        => ItemReader.Read(TableDescription.Parse(config), RecipientJson.Parse(keyring), item);

    private static void Compare(Findings findings, string name, Dictionary<string, Value>? expected, Reading actual)
    {
        if (expected is not null != actual.Accepted)
        {
            findings.Add(name, actual.Reason is null ? "should be refused" : "should be accepted, but: " + actual.Reason);
        }
        else if (expected is not null)
        {
            findings.Expect(name, "plain item", DynamoJson.Write(expected), DynamoJson.Write(actual.Plain));
        }
    }

    private static Dictionary<string, string> Pairs(JsonElement parent, string name)
        => parent.GetProperty(name).EnumerateObject().ToDictionary(p => p.Name, p => p.Value.GetString()!);

    private static string ActionName(char letter) => letter switch
    {
        'e' => "ENCRYPT_AND_SIGN",
        's' => "SIGN_ONLY",
        _ => "SIGN_AND_INCLUDE_IN_ENCRYPTION_CONTEXT",
    };
}
