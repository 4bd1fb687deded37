using System.Globalization;
using System.Text.Json;

namespace Encrypted.Mapper.Tool.Schema;

/// <summary>Reads the properties of one JSON object of a schema file, and in the end refuses those that nobody asked for.</summary>
internal sealed class SchemaObject
{
    private readonly string _file;
    private readonly string _path;
    private readonly Dictionary<string, JsonElement> _unread = new(StringComparer.Ordinal);

    /// <param name="json">The object.</param>
    /// <param name="file">The file that it stands in.</param>
    /// <param name="path">Where it stands there; empty at the top.</param>
    public SchemaObject(JsonElement json, string file, string path)
    {
        (_file, _path) = (file, path);
        if (json.ValueKind != JsonValueKind.Object)
        {
            throw new SchemaFileException(file, path.Length == 0 ? "the file must hold an object" : $"{path} must be an object");
        }

        foreach (var property in json.EnumerateObject())
        {
            if (!_unread.TryAdd(property.Name, property.Value))
            {
                throw Wrong(property.Name, "stands twice");
            }
        }
    }

    public string Required(string name) => Optional(name) ?? throw Wrong(name, "is missing");

    public string? Optional(string name) => Element(name) is not { } json ? null
        : json.ValueKind == JsonValueKind.String ? json.GetString()
        : throw Wrong(name, "must be text");

    /// <returns>The chosen value, or <see langword="null"/> when the property is absent.</returns>
    public T? Choice<T>(string name, params ReadOnlySpan<(string Name, T Value)> choices)
        where T : struct
    {
        if (Optional(name) is not { } chosen)
        {
            return null;
        }

        foreach (var choice in choices)
        {
            if (choice.Name == chosen)
            {
                return choice.Value;
            }
        }

        throw Wrong(name, "must be " + string.Join(" or ", choices.ToArray().Select(choice => choice.Name)));
    }

    public byte[] Bytes(string name)
    {
        try
        {
            return Convert.FromBase64String(Required(name));
        }
        catch (FormatException)
        {
            throw Wrong(name, "must be Base64");
        }
    }

    /// <returns>The value, or <see langword="null"/> when the property is absent or null.</returns>
    public JsonElement? Element(string name)
        => _unread.Remove(name, out var value) && value.ValueKind != JsonValueKind.Null ? value : null;

    public SchemaObject? Object(string name) => Element(name) is { } json ? new SchemaObject(json, _file, PathOf(name)) : null;

    public List<SchemaObject> Objects(string name)
    {
        var objects = new List<SchemaObject>();
        foreach (var json in Array(name))
        {
            objects.Add(new SchemaObject(json, _file, string.Create(CultureInfo.InvariantCulture, $"{PathOf(name)}[{objects.Count}]")));
        }

        return objects;
    }

    public List<string> Texts(string name)
        => Array(name).ConvertAll(json => json.ValueKind == JsonValueKind.String ? json.GetString()! : throw Wrong(name, "must be an array of text"));

    /// <summary>The names and values of an object whose names aren't fixed.</summary>
    public Dictionary<string, T> TakeAll<T>(Func<SchemaObject, string, T> take)
    {
        var all = new Dictionary<string, T>(StringComparer.Ordinal);
        foreach (var name in _unread.Keys.ToArray())
        {
            all.Add(name, take(this, name));
        }

        return all;
    }

    public string PathOf(string name) => _path.Length == 0 ? name : $"{_path}.{name}";

    public SchemaFileException Wrong(string name, string why) => new(_file, $"{PathOf(name)} {why}");

    /// <exception cref="SchemaFileException">A property is left that isn't part of the format.</exception>
    public void End()
    {
        foreach (var name in _unread.Keys)
        {
            throw Wrong(name, "is not a property of the schema format");
        }
    }

    private List<JsonElement> Array(string name) => Element(name) is not { } json ? []
        : json.ValueKind == JsonValueKind.Array ? [.. json.EnumerateArray()]
        : throw Wrong(name, "must be an array");
}
