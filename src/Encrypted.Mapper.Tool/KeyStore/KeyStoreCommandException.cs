namespace Encrypted.Mapper.Tool.KeyStore;

/// <summary>A command on a key store failed for a reason that the library doesn't tell itself.</summary>
internal sealed class KeyStoreCommandException(string rule, string why) : Exception($"{why} (rule {rule}).");
