namespace Encrypted.Mapper.IndependentReader;

/// <summary>A DynamoDB attribute value. <see cref="Type"/> is the DynamoDB JSON tag and says which member is meaningful.</summary>
public sealed class Value
{
    public string Type { get; private init; } = "";

    /// <summary>S and N.</summary>
    public string Text { get; private init; } = "";

    /// <summary>B.</summary>
    public byte[] Bytes { get; private init; } = [];

    /// <summary>BOOL and NULL.</summary>
    public bool Flag { get; private init; }

    /// <summary>SS and NS.</summary>
    public List<string> Texts { get; private init; } = [];

    /// <summary>BS.</summary>
    public List<byte[]> Blobs { get; private init; } = [];

    /// <summary>L.</summary>
    public List<Value> Elements { get; private init; } = [];

    /// <summary>M.</summary>
    public Dictionary<string, Value> Entries { get; private init; } = [];

    public static Value S(string text) => new() { Type = "S", Text = text };

    public static Value N(string text) => new() { Type = "N", Text = text };

    public static Value B(byte[] bytes) => new() { Type = "B", Bytes = bytes };

    public static Value Bool(bool flag) => new() { Type = "BOOL", Flag = flag };

    public static Value Null(bool flag = true) => new() { Type = "NULL", Flag = flag };

    public static Value SS(IEnumerable<string> texts) => new() { Type = "SS", Texts = texts.ToList() };

    public static Value NS(IEnumerable<string> texts) => new() { Type = "NS", Texts = texts.ToList() };

    public static Value BS(IEnumerable<byte[]> blobs) => new() { Type = "BS", Blobs = blobs.ToList() };

    public static Value L(IEnumerable<Value> elements) => new() { Type = "L", Elements = elements.ToList() };

    public static Value M(Dictionary<string, Value> entries) => new() { Type = "M", Entries = entries };
}
