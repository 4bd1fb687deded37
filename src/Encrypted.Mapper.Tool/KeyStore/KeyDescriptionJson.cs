using System.Text.Json;
using Encrypted.Mapper.Keys;

namespace Encrypted.Mapper.Tool.KeyStore;

/// <summary>Shows a branch key to programs: one line of JSON.</summary>
internal static class KeyDescriptionJson
{
    public static void WriteLine(Stream output, BranchKeyDescription key, DateTimeOffset now)
    {
        // The writer's own style escapes all but ASCII: what turns a terminal's text around comes through in no form.
        using (var json = new Utf8JsonWriter(output))
        {
            json.WriteStartObject();
            json.WriteString("branchKeyId", key.BranchKeyId);
            json.WriteBoolean("authenticated", false);
            if (key.ActiveVersion is { } active)
            {
                json.WriteString("activeVersion", active);
            }
            else
            {
                json.WriteNull("activeVersion");
            }

            json.WriteBoolean("hasBeaconKey", key.HasBeaconKey);
            json.WriteStartArray("versions");
            foreach (var version in key.Versions)
            {
                Write(json, version, now);
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        output.Write("\n"u8);
    }

    private static void Write(Utf8JsonWriter json, BranchKeyVersionDescription version, DateTimeOffset now)
    {
        json.WriteStartObject();
        json.WriteString("version", version.Version);
        if (version.CreateTime is { } created)
        {
            json.WriteString("createTime", created);
            json.WriteNumber("ageDays", (int)(now - created).TotalDays);
        }
        else
        {
            json.WriteNull("createTime");
            json.WriteNull("ageDays");
        }

        json.WriteString("kmsKeyArn", version.KmsKeyArn);
        json.WriteEndObject();
    }
}
