using System.Text;
using System.Text.Json;

namespace Encrypted.Mapper.IndependentReader;

/// <summary>DynamoDB JSON in and out. The written form sorts names, so that equal items give equal text.</summary>
public static class DynamoJson
{
    public static Dictionary<string, Value> ParseItem(JsonElement item)
    {
        var result = new Dictionary<string, Value>();
        foreach (var property in item.EnumerateObject())
        {
            result.Add(property.Name, ParseValue(property.Value));
        }

        return result;
    }

    public static Value ParseValue(JsonElement value)
    {
        var tagged = value.EnumerateObject().Single();
        var content = tagged.Value;
        return tagged.Name switch
        {
            "S" => Value.S(content.GetString()!),
            "N" => Value.N(content.GetString()!),
            "B" => Value.B(content.GetBytesFromBase64()),
            "BOOL" => Value.Bool(content.GetBoolean()),
            "NULL" => Value.Null(content.GetBoolean()),
            "SS" => Value.SS(content.EnumerateArray().Select(e => e.GetString()!)),
            "NS" => Value.NS(content.EnumerateArray().Select(e => e.GetString()!)),
            "BS" => Value.BS(content.EnumerateArray().Select(e => e.GetBytesFromBase64())),
            "L" => Value.L(content.EnumerateArray().Select(ParseValue)),
            "M" => Value.M(ParseItem(content)),
            _ => throw new InvalidDataException("unknown type tag " + tagged.Name),
        };
    }

    public static string Write(Dictionary<string, Value> item)
    {
        var text = new StringBuilder();
        WriteEntries(text, item);
        return text.ToString();
    }

    public static string Write(Value value)
    {
        var text = new StringBuilder();
        WriteValue(text, value);
        return text.ToString();
    }

    private static void WriteEntries(StringBuilder text, Dictionary<string, Value> entries)
    {
        text.Append('{');
        var names = entries.Keys.ToList();
        names.Sort(string.CompareOrdinal);
        for (var i = 0; i < names.Count; i++)
        {
            text.Append(i == 0 ? "" : ", ").Append(Quoted(names[i])).Append(": ");
            WriteValue(text, entries[names[i]]);
        }

        text.Append('}');
    }

    private static void WriteValue(StringBuilder text, Value value)
    {
        text.Append("{\"").Append(value.Type).Append("\": ");
        switch (value.Type)
        {
            case "S" or "N":
                text.Append(Quoted(value.Text));
                break;
            case "B":
                text.Append(Quoted(Convert.ToBase64String(value.Bytes)));
                break;
            case "BOOL" or "NULL":
                text.Append(value.Flag ? "true" : "false");
                break;
            case "SS" or "NS":
                text.Append('[').AppendJoin(", ", value.Texts.Select(Quoted)).Append(']');
                break;
            case "BS":
                text.Append('[').AppendJoin(", ", value.Blobs.Select(b => Quoted(Convert.ToBase64String(b)))).Append(']');
                break;
            case "L":
                text.Append('[').AppendJoin(", ", value.Elements.Select(Write)).Append(']');
                break;
            default:
                WriteEntries(text, value.Entries);
                break;
        }

        text.Append('}');
    }

    private static string Quoted(string text) => JsonSerializer.Serialize(text);
}
