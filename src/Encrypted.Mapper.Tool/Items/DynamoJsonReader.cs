using System.Text.Json;
using Amazon.DynamoDBv2.Model;

namespace Encrypted.Mapper.Tool.Items;

/// <summary>Reads items in DynamoDB JSON, strictly: what could be read in two ways is an error.</summary>
internal static class DynamoJsonReader
{
    /// <exception cref="ItemFormatException">The line isn't an item.</exception>
    public static Dictionary<string, AttributeValue> ReadItem(ReadOnlyMemory<byte> line)
    {
        if (line.Span.IndexOfAnyExcept(" \t\r"u8) < 0)
        {
            throw new ItemFormatException("line-empty", "it is empty");
        }

        try
        {
            using var document = JsonDocument.Parse(line, JsonStyle.Reading);
            return ReadMap(document.RootElement, "the item");
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException)
        {
            // The parser's own message may quote the line. The second kind is text that isn't Unicode.
            throw new ItemFormatException("line-not-json", "it is not JSON, or has text that is not Unicode");
        }
    }

    private static Dictionary<string, AttributeValue> ReadMap(JsonElement json, string what)
    {
        Require(json, JsonValueKind.Object, what, "an object");
        var map = new Dictionary<string, AttributeValue>(StringComparer.Ordinal);
        foreach (var property in json.EnumerateObject())
        {
            if (!map.TryAdd(property.Name, ReadValue(property.Value)))
            {
                throw new ItemFormatException("duplicate-name", "a name stands twice in one object");
            }
        }

        return map;
    }

    private static AttributeValue ReadValue(JsonElement json)
    {
        Require(json, JsonValueKind.Object, "a value", "an object of its type and its content");
        var properties = json.EnumerateObject();
        if (!properties.MoveNext())
        {
            throw new ItemFormatException("value-type", "a value has no type");
        }

        var (type, content) = (properties.Current.Name, properties.Current.Value);
        if (properties.MoveNext())
        {
            throw new ItemFormatException("value-type", "a value has more than one type");
        }

        return type switch
        {
            "S" => new() { S = Text(content, "S") },
            "N" => new() { N = Text(content, "N") },
            "B" => new() { B = Binary(content, "B") },
            "BOOL" => new() { BOOL = Flag(content, "BOOL") },
            "NULL" => new() { NULL = Flag(content, "NULL") },
            "SS" => new() { SS = ReadList(content, "SS", static element => Text(element, "SS")) },
            "NS" => new() { NS = ReadList(content, "NS", static element => Text(element, "NS")) },
            "BS" => new() { BS = ReadList(content, "BS", static element => Binary(element, "BS")) },
            "L" => new() { L = ReadList(content, "L", ReadValue), IsLSet = true },
            "M" => new() { M = ReadMap(content, "the content of M"), IsMSet = true },
            _ => throw new ItemFormatException("value-type", "a value has an unknown type"),
        };
    }

    private static List<T> ReadList<T>(JsonElement json, string type, Func<JsonElement, T> read)
    {
        Require(json, JsonValueKind.Array, $"the content of {type}", "an array");
        var list = new List<T>(json.GetArrayLength());
        foreach (var element in json.EnumerateArray())
        {
            list.Add(read(element));
        }

        return list;
    }

    private static string Text(JsonElement json, string type)
    {
        Require(json, JsonValueKind.String, type.Length == 1 ? $"the content of {type}" : $"an element of {type}", "a string");
        return json.GetString()!;
    }

    private static bool Flag(JsonElement json, string type) => json.ValueKind switch
    {
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        _ => throw new ItemFormatException("value-form", $"the content of {type} must be true or false"),
    };

    private static MemoryStream Binary(JsonElement json, string type)
    {
        var text = Text(json, type);
        var bytes = new byte[text.Length / 4 * 3];

        // The decoder passes over white space, and four characters for each three bytes leave no room for any.
        return Convert.TryFromBase64String(text, bytes, out var length) && (length + 2) / 3 * 4 == text.Length
            ? new(bytes, 0, length, writable: false, publiclyVisible: true)
            : throw new ItemFormatException("value-form", $"binary content of {type} must be Base64 with padding");
    }

    private static void Require(JsonElement json, JsonValueKind kind, string what, string form)
    {
        if (json.ValueKind != kind)
        {
            throw new ItemFormatException("value-form", $"{what} must be {form}");
        }
    }
}
