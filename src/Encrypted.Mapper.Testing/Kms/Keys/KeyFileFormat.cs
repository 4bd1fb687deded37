using System.Buffers;
using System.Security.Cryptography;
using System.Text.Json;
using Encrypted.Mapper.Keys;

namespace Encrypted.Mapper.Testing.Kms;

/// <summary>The key file's JSON: secrets, keys with their grants, aliases. Replicas of a multi-Region key name one secret.</summary>
internal static class KeyFileFormat
{
    private const int Version = 1;

    public static void Write(IBufferWriter<byte> bytes, KeyDirectory keys)
    {
        using var writer = new Utf8JsonWriter(bytes, new JsonWriterOptions { Indented = true });
        writer.WriteStartObject();
        writer.WriteNumber("version", Version);
        writer.WriteStartArray("secrets");
        foreach (var material in keys.Keys.Select(key => key.Material).Distinct())
        {
            writer.WriteStartObject();
            writer.WriteString("id", material.Id);
            writer.WriteString("spec", KeySpecs.TextOf(material.Spec));
            using var secret = material.Secret.Use();
            writer.WriteBase64String("secret", secret.Span);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteStartArray("keys");
        foreach (var key in keys.Keys)
        {
            WriteKey(writer, key);
        }

        writer.WriteEndArray();
        writer.WriteStartArray("aliases");
        foreach (var alias in keys.Aliases.All)
        {
            writer.WriteStartObject();
            writer.WriteString("arn", alias.Arn.ToString());
            writer.WriteString("target", alias.Target.ToString());
            writer.WriteString("created", alias.Created);
            writer.WriteString("updated", alias.Updated);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    public static void Read(byte[] bytes, KeyDirectory keys)
    {
        using var document = JsonDocument.Parse(bytes);
        var root = document.RootElement;
        if (root.GetProperty("version").GetInt32() != Version)
        {
            throw new FormatException("The version is another one.");
        }

        var materials = root.GetProperty("secrets").EnumerateArray().Select(ReadMaterial).ToDictionary(material => material.Id, StringComparer.Ordinal);
        foreach (var key in root.GetProperty("keys").EnumerateArray())
        {
            keys.Add(ReadKey(key, materials));
        }

        foreach (var alias in root.GetProperty("aliases").EnumerateArray())
        {
            keys.Aliases.Add(new(Arn(alias, "arn"), Arn(alias, "target"), alias.GetProperty("created").GetDateTimeOffset(), alias.GetProperty("updated").GetDateTimeOffset()));
        }
    }

    private static void WriteKey(Utf8JsonWriter writer, KmsKey key)
    {
        writer.WriteStartObject();
        writer.WriteString("arn", key.ArnText);
        writer.WriteString("secret", key.Material.Id);
        writer.WriteString("primaryRegion", key.PrimaryRegion);
        writer.WriteString("created", key.Created);
        writer.WriteString("description", key.Description);
        writer.WriteString("state", key.State.ToString());
        if (key.DeletionDate is { } date)
        {
            writer.WriteString("deletionDate", date);
        }

        writer.WriteStartArray("grants");
        foreach (var grant in key.Grants)
        {
            GrantFormat.Write(writer, grant);
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static KmsKey ReadKey(JsonElement entry, Dictionary<string, KeyMaterial> materials)
    {
        var key = new KmsKey(
            Arn(entry, "arn"),
            materials[Text(entry, "secret")],
            Text(entry, "primaryRegion"),
            entry.GetProperty("created").GetDateTimeOffset(),
            Text(entry, "description"));
        DateTimeOffset? deletion = entry.TryGetProperty("deletionDate", out var date) ? date.GetDateTimeOffset() : null;
        key.Life = new(Enum.TryParse<KeyState>(Text(entry, "state"), out var state) ? state : throw new FormatException("There is no such state."), deletion);
        key.Grants = [.. entry.GetProperty("grants").EnumerateArray().Select(GrantFormat.Read)];
        return key;
    }

    private static KeyMaterial ReadMaterial(JsonElement entry)
    {
        var secret = entry.GetProperty("secret").GetBytesFromBase64();
        try
        {
            return new(KeySpecs.Parse(Text(entry, "spec")), Text(entry, "id"), new HeldKey(secret));
        }
        finally
        {
            CryptographicOperations.ZeroMemory(secret);
        }
    }

    private static KeyArn Arn(JsonElement entry, string name) => KeyArn.Parse(Text(entry, name));

    private static string Text(JsonElement entry, string name) => entry.GetProperty(name).GetString() ?? throw new FormatException($"{name} is null.");
}
