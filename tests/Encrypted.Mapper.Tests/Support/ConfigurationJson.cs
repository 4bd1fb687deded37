using System.Text.Json;
using Encrypted.Mapper.Encryption;
using Encrypted.Mapper.Model;

namespace Encrypted.Mapper.Tests.Support;

/// <summary>Reads the library's configuration and keyring from the objects of a vector.</summary>
internal static class ConfigurationJson
{
    public static ItemEncryptor Encryptor(JsonElement config, JsonElement keyring) => new(Parse(config), KeyringJson.Parse(keyring));

    public static ItemEncryptorConfiguration Parse(JsonElement config) => new()
    {
        LogicalTableName = Text(config, "table")!,
        PartitionKey = Text(config, "partitionKey")!,
        SortKey = Text(config, "sortKey"),
        Actions = config.GetProperty("actions").EnumerateObject().ToDictionary(p => p.Name, p => Action(p.Value.GetString()!)),
        UnsignedAttributes = config.TryGetProperty("unsignedAttributes", out var names) ? names.EnumerateArray().Select(e => e.GetString()!).ToList() : [],
        UnsignedPrefix = Text(config, "unsignedPrefix"),
        AlgorithmSuite = Text(config, "algorithmSuite") == "SYMSIG" ? AlgorithmSuite.SymSigHmacSha384 : AlgorithmSuite.EcdsaP384SymSigHmacSha384,
        PlaintextPolicy = Text(config, "plaintextOverride") switch
        {
            "FORCE_PLAINTEXT_WRITE_ALLOW_PLAINTEXT_READ" => PlaintextPolicy.ForcePlaintextWriteAllowPlaintextRead,
            "FORBID_PLAINTEXT_WRITE_ALLOW_PLAINTEXT_READ" => PlaintextPolicy.ForbidPlaintextWriteAllowPlaintextRead,
            null => default,
            var other => throw new InvalidDataException(other),
        },
    };

    private static CryptoAction Action(string name) => name switch
    {
        "ENCRYPT_AND_SIGN" => CryptoAction.EncryptAndSign,
        "SIGN_ONLY" => CryptoAction.SignOnly,
        "SIGN_AND_INCLUDE_IN_ENCRYPTION_CONTEXT" => CryptoAction.SignAndIncludeInEncryptionContext,
        "DO_NOTHING" => CryptoAction.DoNothing,
        _ => throw new InvalidDataException(name),
    };

    private static string? Text(JsonElement parent, string name)
        => parent.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
