using System.Text.Json;
using System.Text.Json.Nodes;

namespace Encrypted.Mapper.Tool.Tests.Support;

/// <summary>A schema file for the time of a test.</summary>
internal sealed class SchemaFile : IDisposable
{
    /// <summary>The key of <see cref="Plain"/>.</summary>
    public const string Key = "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=";

    private static readonly JsonDocumentOptions s_deep = new() { MaxDepth = 64 };

    public SchemaFile(string text)
    {
        Path = System.IO.Path.Combine(System.IO.Path.GetTempPath(), System.IO.Path.GetRandomFileName() + ".json");
        File.WriteAllText(Path, text);
    }

    public string Path { get; }

    /// <summary>A table <c>T</c> with key <c>pk</c>, a signed, an encrypted and an unsigned attribute.</summary>
    public static JsonObject Plain() => JsonNode.Parse(
        $$"""
        {
          "table": "T", "partitionKey": "pk", "algorithmSuite": "SYMSIG", "unsignedAttributes": ["u"],
          "actions": { "pk": "SIGN_ONLY", "s": "SIGN_ONLY", "e": "ENCRYPT_AND_SIGN", "u": "DO_NOTHING" },
          "keyring": { "type": "raw-aes", "namespace": "ns", "name": "k", "keyBase64": "{{Key}}" }
        }
        """,
        documentOptions: s_deep)!.AsObject();

    /// <summary>The schema with some changes.</summary>
    public static SchemaFile With(params Action<JsonObject>[] changes)
    {
        var schema = Plain();
        foreach (var change in changes)
        {
            change(schema);
        }

        return new(schema.ToJsonString());
    }

    /// <summary>What a vector says, in one file: its configuration, and its keyring beside it.</summary>
    public static string TextOf(JsonElement config, JsonElement keyring)
    {
        var schema = JsonObject.Create(config)!;
        schema.Remove("item");
        schema["keyring"] = JsonNode.Parse(keyring.GetRawText());
        return schema.ToJsonString();
    }

    public void Dispose() => File.Delete(Path);
}
