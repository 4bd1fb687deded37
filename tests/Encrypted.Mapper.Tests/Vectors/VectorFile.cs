using System.Text.Json;

namespace Encrypted.Mapper.Tests.Vectors;

internal static class VectorFile
{
    /// <summary>32 levels of a value are more than 64 of its JSON.</summary>
    private static readonly JsonDocumentOptions Deep = new() { MaxDepth = 200 };

    private static readonly Lazy<IReadOnlyDictionary<string, ItemVector>> LazyItems = new(() =>
        Parse("dbesdk/all-items.json").RootElement.EnumerateArray().Select(e => new ItemVector(e, "decryptedByOracle")).ToDictionary(v => v.Name));

    private static readonly Lazy<IReadOnlyList<RandomVector>> LazyRandom = new(() =>
        File.ReadLines(PathOf("dbesdk/random.ndjson")).Select(line => new RandomVector(JsonDocument.Parse(line, Deep).RootElement)).ToList());

    private static readonly Lazy<IReadOnlyDictionary<string, BehaviourCase>> LazyBehaviour = new(() =>
        Parse("behaviour/cases.json").RootElement.EnumerateArray().Select(e => new BehaviourCase(e)).ToDictionary(c => c.Name));

    /// <summary>The 128 items, by name.</summary>
    public static IReadOnlyDictionary<string, ItemVector> Items => LazyItems.Value;

    /// <summary>The 350 random items with their variants.</summary>
    public static IReadOnlyList<RandomVector> Random => LazyRandom.Value;

    /// <summary>The 81 recorded calls, by name.</summary>
    public static IReadOnlyDictionary<string, BehaviourCase> Behaviour => LazyBehaviour.Value;

    private static JsonDocument Parse(string path) => JsonDocument.Parse(File.ReadAllBytes(PathOf(path)), Deep);

    private static string PathOf(string path) => Path.Combine(AppContext.BaseDirectory, "Vectors", path);
}
