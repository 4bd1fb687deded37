using Amazon.DynamoDBv2.Model;
using Encrypted.Mapper.IndependentReader;

namespace Encrypted.Mapper.Tests.Support;

/// <summary>Converts between the SDK's attribute values and those of the independent reader.</summary>
internal static class SdkItems
{
    public static Dictionary<string, AttributeValue> ToSdk(Dictionary<string, Value> item) => item.ToDictionary(p => p.Key, p => ToSdk(p.Value));

    public static AttributeValue ToSdk(Value value) => value.Type switch
    {
        "S" => new() { S = value.Text },
        "N" => new() { N = value.Text },
        "B" => new() { B = new MemoryStream(value.Bytes) },
        "BOOL" => new() { BOOL = value.Flag },
        "NULL" => new() { NULL = value.Flag },
        "SS" => new() { SS = value.Texts },
        "NS" => new() { NS = value.Texts },
        "BS" => new() { BS = value.Blobs.Select(b => new MemoryStream(b)).ToList() },
        "L" => new() { L = value.Elements.Select(ToSdk).ToList() },
        _ => new() { M = ToSdk(value.Entries) },
    };

    public static Dictionary<string, Value> FromSdk(Dictionary<string, AttributeValue> item) => item.ToDictionary(p => p.Key, p => FromSdk(p.Value));

    public static Value FromSdk(AttributeValue value) => value switch
    {
        { S: { } text } => Value.S(text),
        { N: { } number } => Value.N(number),
        { B: { } stream } => Value.B(stream.ToArray()),
        { BOOL: { } flag } => Value.Bool(flag),
        { NULL: { } isNull } => Value.Null(isNull),
        { SS: { } texts } => Value.SS(texts),
        { NS: { } numbers } => Value.NS(numbers),
        { BS: { } blobs } => Value.BS(blobs.Select(b => b.ToArray())),
        { L: { } elements } => Value.L(elements.Select(FromSdk)),
        { M: { } entries } => Value.M(FromSdk(entries)),
        _ => throw new InvalidDataException("a value without content"),
    };

    /// <summary>The item in a form that is equal for equal items.</summary>
    public static string Text(Dictionary<string, AttributeValue> item) => DynamoJson.Write(FromSdk(item));
}
