using System.Text.Json;
using Encrypted.Mapper.Encryption;
using Encrypted.Mapper.Model;

namespace Encrypted.Mapper.Tool.Schema;

/// <summary>Reads the schema file of a table (docs/schema-format.md).</summary>
internal static class TableSchemaFile
{
    /// <exception cref="SchemaFileException">The file can't be read, or isn't of the schema format.</exception>
    public static TableSchema Read(string path)
    {
        try
        {
            using var stream = File.OpenRead(path);
            using var document = JsonDocument.Parse(stream);
            return Parse(new SchemaObject(document.RootElement, path, ""));
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException)
        {
            // The second kind is text that isn't Unicode.
            throw new SchemaFileException(path, "the file is not JSON, or has text that is not Unicode");
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw new SchemaFileException(path, "the file can't be read");
        }
    }

    private static TableSchema Parse(SchemaObject schema)
    {
        RequireVersion(schema);
        var configuration = new ItemEncryptorConfiguration
        {
            LogicalTableName = schema.Required("table"),
            PartitionKey = schema.Required("partitionKey"),
            SortKey = schema.Optional("sortKey"),
            Actions = (schema.Object("actions") ?? throw schema.Wrong("actions", "is missing")).TakeAll(Action),
            UnsignedAttributes = schema.Texts("unsignedAttributes"),
            UnsignedPrefix = schema.Optional("unsignedPrefix"),
            AlgorithmSuite = schema.Choice(
                "algorithmSuite",
                ("ECDSA", AlgorithmSuite.EcdsaP384SymSigHmacSha384),
                ("SYMSIG", AlgorithmSuite.SymSigHmacSha384)) ?? AlgorithmSuite.EcdsaP384SymSigHmacSha384,
            PlaintextPolicy = schema.Choice(
                "plaintextOverride",
                ("FORBID_PLAINTEXT_WRITE_FORBID_PLAINTEXT_READ", PlaintextPolicy.ForbidPlaintextWriteForbidPlaintextRead),
                ("FORBID_PLAINTEXT_WRITE_ALLOW_PLAINTEXT_READ", PlaintextPolicy.ForbidPlaintextWriteAllowPlaintextRead),
                ("FORCE_PLAINTEXT_WRITE_ALLOW_PLAINTEXT_READ", PlaintextPolicy.ForcePlaintextWriteAllowPlaintextRead))
                ?? PlaintextPolicy.ForbidPlaintextWriteForbidPlaintextRead,
        };
        var scope = new KeyringScope(configuration.LogicalTableName);
        try
        {
            var keyring = schema.Object("keyring") ?? throw schema.Wrong("keyring", "is missing");
            var createKeyring = KeyringSchema.Read(keyring, scope);
            schema.End();
            return new TableSchema(configuration, createKeyring, scope);
        }
        catch
        {
            scope.Dispose();
            throw;
        }
    }

    private static void RequireVersion(SchemaObject schema)
    {
        if (schema.Element("version") is { } version && !(version.ValueKind == JsonValueKind.Number && version.TryGetInt32(out var number) && number == 1))
        {
            throw schema.Wrong("version", "must be 1, the only version of the schema format so far");
        }
    }

    private static CryptoAction Action(SchemaObject actions, string name) => actions.Choice(
        name,
        ("ENCRYPT_AND_SIGN", CryptoAction.EncryptAndSign),
        ("SIGN_ONLY", CryptoAction.SignOnly),
        ("SIGN_AND_INCLUDE_IN_ENCRYPTION_CONTEXT", CryptoAction.SignAndIncludeInEncryptionContext),
        ("DO_NOTHING", CryptoAction.DoNothing)) ?? throw actions.Wrong(name, "has no action");
}
