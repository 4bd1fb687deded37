using System.Text.Json;
using Amazon.DynamoDBv2.Model;
using Encrypted.Mapper.Keys;

namespace Encrypted.Mapper.Tests.Support;

/// <summary>Makes the library's keyring from the <c>keyring</c> object of a vector.</summary>
internal static class KeyringJson
{
    public static IKeyring Parse(JsonElement keyring) => Text(keyring, "type") switch
    {
        "raw-aes" => new RawAesKeyring(Text(keyring, "namespace")!, Text(keyring, "name")!, keyring.GetProperty("keyBase64").GetBytesFromBase64()),
        "raw-rsa" => new RawRsaKeyring(
            Text(keyring, "namespace")!, Text(keyring, "name")!, Padding(Text(keyring, "padding")!), Text(keyring, "publicKeyPem"), Text(keyring, "privateKeyPem")),
        "multi" => new MultiKeyring(
            keyring.TryGetProperty("generator", out var generator) && generator.ValueKind == JsonValueKind.Object ? Parse(generator) : null,
            keyring.TryGetProperty("children", out var children) ? children.EnumerateArray().Select(Parse).ToArray() : []),
        "hierarchy" => Hierarchy(keyring),
        var other => throw new InvalidDataException(other),
    };

    private static RawRsaPadding Padding(string name) => name switch
    {
        "PKCS1" => RawRsaPadding.Pkcs1,
        "OAEP_SHA1_MGF1" => RawRsaPadding.OaepSha1,
        "OAEP_SHA256_MGF1" => RawRsaPadding.OaepSha256,
        "OAEP_SHA384_MGF1" => RawRsaPadding.OaepSha384,
        "OAEP_SHA512_MGF1" => RawRsaPadding.OaepSha512,
        _ => throw new InvalidDataException(name),
    };

    private static HierarchicalKeyring Hierarchy(JsonElement keyring)
    {
        var source = new InMemoryBranchKeySource();
        if (!keyring.TryGetProperty("supplierFromField", out var field))
        {
            source.Add(BranchKey(keyring));
            return new HierarchicalKeyring(source, Text(keyring, "branchKeyId")!);
        }

        foreach (var key in keyring.GetProperty("keys").EnumerateArray())
        {
            source.Add(BranchKey(key));
        }

        return new HierarchicalKeyring(source, new SelectorByField(field.GetString()!));
    }

    private static BranchKey BranchKey(JsonElement key)
        => new(Text(key, "branchKeyId")!, Guid.Parse(Text(key, "branchKeyVersion")!), key.GetProperty("branchKeyBase64").GetBytesFromBase64());

    private static string? Text(JsonElement parent, string name)
        => parent.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private sealed class SelectorByField(string field) : IBranchKeySelector
    {
        public string SelectBranchKeyId(IReadOnlyDictionary<string, AttributeValue> attributes) => attributes[field].S;
    }
}
