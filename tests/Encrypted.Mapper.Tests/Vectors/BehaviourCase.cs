using System.Text.Json;
using Encrypted.Mapper.IndependentReader;

namespace Encrypted.Mapper.Tests.Vectors;

/// <summary>One recorded call of the official library.</summary>
internal sealed class BehaviourCase(JsonElement json)
{
    public string Name => json.GetProperty("name").GetString()!;

    public bool Encrypts => json.GetProperty("op").GetString() == "encrypt";

    public JsonElement Keyring => json.GetProperty("request").GetProperty("keyring");

    /// <summary>The request holds the configuration's properties beside keyring and item.</summary>
    public JsonElement Config => json.GetProperty("request");

    public Dictionary<string, Value> Item => DynamoJson.ParseItem(Config.GetProperty("item"));

    public RecordedResult Result => new(json.GetProperty("result"));
}
