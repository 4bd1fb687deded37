namespace Encrypted.Mapper.Tool.Schema;

/// <summary>The format refuses a key of the schema file. The message names the property, and never a key.</summary>
internal sealed class KeyringRefusedException(string table, string property, string why)
    : Exception($"The keyring of table '{table}' is refused: {property} {why} (rule keyring-refused).");
