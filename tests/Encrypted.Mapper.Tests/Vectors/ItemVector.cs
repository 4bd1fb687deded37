using System.Text.Json;
using Encrypted.Mapper.IndependentReader;

namespace Encrypted.Mapper.Tests.Vectors;

/// <summary>One recorded item. Items are parsed anew at each access, so that no test can change another's.</summary>
internal sealed class ItemVector(JsonElement json, string decryptedProperty)
{
    public string Name => json.GetProperty("name").GetString()!;

    public JsonElement Keyring => json.GetProperty("keyring");

    public JsonElement Config => json.GetProperty("config");

    public JsonElement ParsedHeader => json.GetProperty("parsedHeader");

    public Dictionary<string, Value> Plain => DynamoJson.ParseItem(json.GetProperty("plaintextItem"));

    public Dictionary<string, Value> Protected => DynamoJson.ParseItem(json.GetProperty("encryptedItem"));

    /// <summary>What the official decryptor returns.</summary>
    public Dictionary<string, Value> Decrypted => DynamoJson.ParseItem(json.GetProperty(decryptedProperty));
}
