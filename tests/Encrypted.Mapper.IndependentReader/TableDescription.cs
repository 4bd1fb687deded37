using System.Text.Json;

namespace Encrypted.Mapper.IndependentReader;

/// <summary>How a table is configured, with the validation of wire format section 2.1.</summary>
public sealed class TableDescription
{
    private const string InContext = "SIGN_AND_INCLUDE_IN_ENCRYPTION_CONTEXT";

    public required string Table { get; init; }

    public required string PartitionKey { get; init; }

    public string? SortKey { get; init; }

    /// <summary>Attribute name to the specification's name of the action.</summary>
    public required Dictionary<string, string> Actions { get; init; }

    public List<string> UnsignedAttributes { get; init; } = [];

    public string? UnsignedPrefix { get; init; }

    public bool PlaintextMayBeRead { get; init; }

    public static TableDescription Parse(JsonElement config) => new()
    {
        Table = config.GetProperty("table").GetString()!,
        PartitionKey = config.GetProperty("partitionKey").GetString()!,
        SortKey = Optional(config, "sortKey"),
        Actions = config.GetProperty("actions").EnumerateObject().ToDictionary(p => p.Name, p => p.Value.GetString()!),
        UnsignedAttributes = config.TryGetProperty("unsignedAttributes", out var list) ? list.EnumerateArray().Select(e => e.GetString()!).ToList() : [],
        UnsignedPrefix = Optional(config, "unsignedPrefix"),
        PlaintextMayBeRead = Optional(config, "plaintextOverride")?.EndsWith("ALLOW_PLAINTEXT_READ", StringComparison.Ordinal) ?? false,
    };

    public bool IsUnsigned(string name)
        => UnsignedAttributes.Contains(name)
        || (UnsignedPrefix is not null && name.StartsWith(UnsignedPrefix, StringComparison.Ordinal))
        || name.StartsWith("aws_dbe_", StringComparison.Ordinal);

    public void Validate()
    {
        var keyAction = Actions.ContainsValue(InContext) ? InContext : "SIGN_ONLY";
        foreach (var key in Keys())
        {
            if (Actions.GetValueOrDefault(key) != keyAction)
            {
                throw new RefusalException("configuration: key action");
            }
        }

        foreach (var pair in Actions)
        {
            if (pair.Key.StartsWith("aws_dbe_", StringComparison.Ordinal) || pair.Key.StartsWith("aws-crypto-", StringComparison.Ordinal))
            {
                throw new RefusalException("configuration: reserved name");
            }

            if (IsUnsigned(pair.Key) != (pair.Value == "DO_NOTHING"))
            {
                throw new RefusalException("configuration: action and unsigned scope disagree");
            }
        }
    }

    public List<string> Keys() => SortKey is null ? [PartitionKey] : [PartitionKey, SortKey];

    private static string? Optional(JsonElement config, string name)
        => config.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
