using System.Text.Json;
using Encrypted.Mapper.IndependentReader;
using Encrypted.Mapper.Tests.Support;
using Xunit;

namespace Encrypted.Mapper.Tests.Vectors;

/// <summary>What the official library wrote, and the official verdict on what was changed in it.</summary>
public sealed class DecryptionVectorTests
{
    [Theory]
    [MemberData(nameof(VectorNames.Items), MemberType = typeof(VectorNames))]
    public async Task Decrypts_the_official_item(string name)
    {
        var vector = VectorFile.Items[name];
        var findings = new Findings();
        await Compare(findings, name, vector.Decrypted, vector.Keyring, vector.Config, vector.Protected);
        findings.AssertNone(1);
    }

    [Fact]
    public async Task Decrypts_all_random_items()
    {
        var findings = new Findings();
        foreach (var vector in VectorFile.Random.Select(v => v.Item))
        {
            await Compare(findings, vector.Name, vector.Decrypted, vector.Keyring, vector.Config, vector.Protected);
        }

        findings.AssertNone(350);
    }

    [Theory]
    [MemberData(nameof(VectorNames.VariantKinds), MemberType = typeof(VectorNames))]
    public async Task Gives_the_official_verdict_on_every_changed_random_item(string kind)
    {
        var findings = new Findings();
        var variants = VectorFile.Random.Where(v => v.Kind == kind).ToList();
        foreach (var variant in variants)
        {
            await Compare(findings, variant.Title, variant.Result.ItemOrNull, variant.Item.Keyring, variant.VariantConfig, variant.VariantItem);
        }

        findings.AssertNone(variants.Count);
    }

    [Theory]
    [MemberData(nameof(VectorNames.Decrypting), MemberType = typeof(VectorNames))]
    public async Task Gives_the_official_outcome_of_a_recorded_decryption(string name)
    {
        var recorded = VectorFile.Behaviour[name];
        var findings = new Findings();
        await Compare(findings, name, recorded.Result.ItemOrNull, recorded.Keyring, recorded.Config, recorded.Item);
        findings.AssertNone(1);
    }

    private static async Task Compare(
        Findings findings,
        string name,
        Dictionary<string, Value>? expected,
        JsonElement keyring,
        JsonElement config,
        Dictionary<string, Value> item)
    {
        findings.Case();
        try
        {
            var plain = await ConfigurationJson.Encryptor(config, keyring).DecryptAsync(SdkItems.ToSdk(item));
            findings.Expect(name, "plain item", expected is null ? "a refusal" : DynamoJson.Write(expected), SdkItems.Text(plain));
        }
        catch (Exception error) when (error is ItemVerificationException or ModelConfigurationException && expected is null)
        {
            // The recorded outcome.
        }
        catch (Exception error)
        {
            findings.Add(name, (expected is null ? "should be refused in another way: " : "should be decrypted: ") + error);
        }
    }
}
