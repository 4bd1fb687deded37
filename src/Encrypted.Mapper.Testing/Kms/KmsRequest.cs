using System.Text.Json;

namespace Encrypted.Mapper.Testing.Kms;

/// <summary>One call: who asks where for what, and the keys that it turned out to be about.</summary>
internal sealed class KmsRequest(Guid id, string operation, CallerIdentity caller, JsonElement body)
{
    private const int MaxContextCharacters = 8192;
    private const int MaxGrantTokens = 10;

    public Guid Id => id;

    public string Operation => operation;

    public string Caller => caller.Name;

    public string Region => caller.Region;

    public JsonElement Body => body;

    /// <summary>The keys that were used, for the log: the last one first.</summary>
    public List<string> KeyArns { get; } = [];

    public string? Text(string name)
    {
        if (!TryGet(name, out var value))
        {
            return null;
        }

        return value.ValueKind == JsonValueKind.String ? value.GetString() : throw NotA("string", name);
    }

    public string RequiredText(string name)
    {
        var text = Text(name);
        return string.IsNullOrEmpty(text) ? throw Missing(name) : text;
    }

    public int? Number(string name)
    {
        if (!TryGet(name, out var value))
        {
            return null;
        }

        return value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var number) ? number : throw NotA("integer", name);
    }

    public bool Flag(string name)
        => TryGet(name, out var value) && value.ValueKind switch { JsonValueKind.True => true, JsonValueKind.False => false, _ => throw NotA("boolean", name) };

    public byte[] RequiredBytes(string name, int maximum)
    {
        if (!TryGet(name, out var value))
        {
            throw Missing(name);
        }

        if (value.ValueKind != JsonValueKind.String || !value.TryGetBytesFromBase64(out var bytes))
        {
            throw NotA("blob", name);
        }

        return bytes.Length >= 1 && bytes.Length <= maximum
            ? bytes
            : throw KmsServiceException.Validation($"1 validation error detected: Value at '{Lower(name)}' failed to satisfy constraint: Member must have length between 1 and {maximum}");
    }

    public IReadOnlyList<string> Texts(string name)
    {
        if (!TryGet(name, out var value))
        {
            return [];
        }

        if (value.ValueKind != JsonValueKind.Array)
        {
            throw NotA("list", name);
        }

        var texts = new List<string>();
        foreach (var element in value.EnumerateArray())
        {
            texts.Add(element.ValueKind == JsonValueKind.String ? element.GetString()! : throw NotA("list of strings", name));
        }

        return texts;
    }

    /// <summary>The encryption context, or another map of strings, in the order that its bytes are bound in.</summary>
    public SortedDictionary<string, string> Context(string name = "EncryptionContext") => ContextOf(body, name);

    public IReadOnlyList<string> GrantTokens()
    {
        var tokens = Texts("GrantTokens");
        return tokens.Count <= MaxGrantTokens
            ? tokens
            : throw KmsServiceException.Validation($"1 validation error detected: Value at 'grantTokens' failed to satisfy constraint: Member must have length less than or equal to {MaxGrantTokens}");
    }

    public static SortedDictionary<string, string> ContextOf(JsonElement parent, string name)
    {
        var context = new SortedDictionary<string, string>(StringComparer.Ordinal);
        if (!parent.TryGetProperty(name, out var value) || value.ValueKind == JsonValueKind.Null)
        {
            return context;
        }

        if (value.ValueKind != JsonValueKind.Object)
        {
            throw NotA("map", name);
        }

        var characters = 0;
        foreach (var pair in value.EnumerateObject())
        {
            var text = pair.Value.ValueKind == JsonValueKind.String ? pair.Value.GetString()! : throw NotA("map of strings", name);
            characters += pair.Name.Length + text.Length;
            context[pair.Name] = text;
        }

        return characters <= MaxContextCharacters
            ? context
            : throw KmsServiceException.Validation($"The encryption context is longer than {MaxContextCharacters} characters.");
    }

    private bool TryGet(string name, out JsonElement value)
        => body.TryGetProperty(name, out value) && value.ValueKind != JsonValueKind.Null;

    private static KmsServiceException Missing(string name)
        => KmsServiceException.Validation($"1 validation error detected: Value null at '{Lower(name)}' failed to satisfy constraint: Member must not be null");

    private static KmsServiceException NotA(string type, string name) => new("SerializationException", $"{Lower(name)} is not a {type}");

    private static string Lower(string name) => char.ToLowerInvariant(name[0]) + name[1..];
}
