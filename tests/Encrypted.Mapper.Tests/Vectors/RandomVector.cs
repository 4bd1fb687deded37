using System.Text.Json;
using Encrypted.Mapper.IndependentReader;

namespace Encrypted.Mapper.Tests.Vectors;

/// <summary>A random item, with one change made to item or configuration, and the recorded verdict on it.</summary>
internal sealed class RandomVector(JsonElement json)
{
    private JsonElement Variant => json.GetProperty("variant");

    public ItemVector Item { get; } = new(json, "decrypted");

    /// <summary>The change in words, such as <c>flip aws_dbe_foot byte 31</c>.</summary>
    public string Change => Variant.GetProperty("what").GetString()!;

    /// <summary>The first word of the change.</summary>
    public string Kind => Change.Split(' ')[0];

    public string Title => Item.Name + " (" + Change + ")";

    public JsonElement VariantConfig => Variant.GetProperty("config");

    public Dictionary<string, Value> VariantItem => DynamoJson.ParseItem(Variant.GetProperty("item"));

    public RecordedResult Result => new(Variant.GetProperty("result"));
}
