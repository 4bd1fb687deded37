using System.Text.Json;
using Encrypted.Mapper.IndependentReader;

namespace Encrypted.Mapper.Tests.Vectors;

/// <summary>The recorded outcome of a call: an item or an error.</summary>
internal sealed class RecordedResult(JsonElement json)
{
    /// <summary>The item, or <see langword="null"/> when the call failed.</summary>
    public Dictionary<string, Value>? ItemOrNull => json[0].GetString() == "ok" ? DynamoJson.ParseItem(json[1]) : null;
}
