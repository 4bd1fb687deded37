using System.Text.Json;

namespace Encrypted.Mapper.IndependentReader.Recipients;

/// <summary>Reads a recipient from the <c>keyring</c> object of a vector.</summary>
public static class RecipientJson
{
    public static Recipient Parse(JsonElement keyring) => Text(keyring, "type") switch
    {
        "raw-aes" => new RawAesRecipient(Text(keyring, "namespace"), Text(keyring, "name"), keyring.GetProperty("keyBase64").GetBytesFromBase64()),
        "raw-rsa" => new RawRsaRecipient(Text(keyring, "namespace"), Text(keyring, "name"), Text(keyring, "padding"), Text(keyring, "privateKeyPem")),
        "multi" => new MultiRecipient(Several(keyring)),
        "hierarchy" => Hierarchy(keyring),
        var other => throw new InvalidDataException("unknown keyring type " + other),
    };

    private static List<Recipient> Several(JsonElement keyring)
    {
        var recipients = new List<Recipient>();
        if (keyring.TryGetProperty("generator", out var generator) && generator.ValueKind == JsonValueKind.Object)
        {
            recipients.Add(Parse(generator));
        }

        if (keyring.TryGetProperty("children", out var children))
        {
            recipients.AddRange(children.EnumerateArray().Select(Parse));
        }

        return recipients;
    }

    private static HierarchyRecipient Hierarchy(JsonElement keyring)
        => keyring.TryGetProperty("supplierFromField", out var field)
            ? new HierarchyRecipient(keyring.GetProperty("keys").EnumerateArray().Select(BranchKey).ToList(), field.GetString())
            : new HierarchyRecipient([BranchKey(keyring)], null);

    private static BranchKey BranchKey(JsonElement key)
        => new(Text(key, "branchKeyId"), Text(key, "branchKeyVersion"), key.GetProperty("branchKeyBase64").GetBytesFromBase64());

    private static string Text(JsonElement parent, string name) => parent.GetProperty(name).GetString()!;
}
