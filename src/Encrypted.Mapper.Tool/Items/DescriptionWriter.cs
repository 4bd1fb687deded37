using System.Globalization;
using System.Text.Json;
using Encrypted.Mapper.Encryption;
using Encrypted.Mapper.Model;

namespace Encrypted.Mapper.Tool.Items;

/// <summary>Writes what a header says of itself.</summary>
internal static class DescriptionWriter
{
    public static void Write(Utf8JsonWriter writer, ItemDescription description)
    {
        writer.WriteStartObject();
        writer.WriteBoolean("authenticated", false);
        writer.WriteNumber("headerVersion", description.HeaderVersion);
        writer.WriteString("algorithmSuiteId", string.Create(CultureInfo.InvariantCulture, $"0x{(int)description.AlgorithmSuite:X4}"));
        writer.WriteBase64String("messageId", description.MessageId.Span);
        writer.WriteStartArray("legend");
        foreach (var action in description.Legend)
        {
            writer.WriteStringValue(NameOf(action));
        }

        writer.WriteEndArray();
        writer.WriteStartObject("storedEncryptionContext");
        foreach (var (key, value) in description.StoredEncryptionContext)
        {
            writer.WriteString(key, value);
        }

        writer.WriteEndObject();
        writer.WriteStartArray("encryptedDataKeys");
        foreach (var key in description.EncryptedDataKeys)
        {
            writer.WriteStartObject();
            writer.WriteString("keyProviderId", key.ProviderId);
            writer.WriteBase64String("keyProviderInfo", key.ProviderInfo.Span);
            writer.WriteBase64String("ciphertext", key.Ciphertext.Span);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static string NameOf(CryptoAction action) => action switch
    {
        CryptoAction.EncryptAndSign => "ENCRYPT_AND_SIGN",
        CryptoAction.SignOnly => "SIGN_ONLY",
        _ => "SIGN_AND_INCLUDE_IN_ENCRYPTION_CONTEXT",
    };
}
