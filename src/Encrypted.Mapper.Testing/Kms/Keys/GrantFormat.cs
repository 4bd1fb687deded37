using System.Text.Json;

namespace Encrypted.Mapper.Testing.Kms;

/// <summary>A grant in the key file.</summary>
internal static class GrantFormat
{
    public static void Write(Utf8JsonWriter writer, KmsGrant grant)
    {
        writer.WriteStartObject();
        writer.WriteString("id", grant.Id);
        writer.WriteString("token", grant.Token);
        writer.WriteString("name", grant.Name);
        writer.WriteString("grantee", grant.Grantee);
        writer.WriteString("retiringPrincipal", grant.RetiringPrincipal);
        writer.WriteString("created", grant.Created);
        writer.WriteStartArray("operations");
        foreach (var operation in grant.Operations)
        {
            writer.WriteStringValue(operation);
        }

        writer.WriteEndArray();
        WriteContext(writer, "contextSubset", grant.ContextSubset);
        WriteContext(writer, "contextEquals", grant.ContextEquals);
        writer.WriteEndObject();
    }

    public static KmsGrant Read(JsonElement entry) => new(
        Text(entry, "id"),
        Text(entry, "token"),
        Text(entry, "name"),
        Text(entry, "grantee"),
        entry.GetProperty("retiringPrincipal").GetString(),
        [.. entry.GetProperty("operations").EnumerateArray().Select(operation => operation.GetString()!)],
        ReadContext(entry, "contextSubset"),
        ReadContext(entry, "contextEquals"),
        entry.GetProperty("created").GetDateTimeOffset());

    private static void WriteContext(Utf8JsonWriter writer, string name, IReadOnlyDictionary<string, string>? context)
    {
        if (context is null)
        {
            return;
        }

        writer.WriteStartObject(name);
        foreach (var (key, value) in context)
        {
            writer.WriteString(key, value);
        }

        writer.WriteEndObject();
    }

    private static SortedDictionary<string, string>? ReadContext(JsonElement entry, string name)
        => entry.TryGetProperty(name, out _) ? KmsRequest.ContextOf(entry, name) : null;

    private static string Text(JsonElement entry, string name) => entry.GetProperty(name).GetString() ?? throw new FormatException($"{name} is null.");
}
