namespace Encrypted.Mapper;

/// <summary>A branch key store refused to create or rotate a key, or its table isn't one. Nothing was changed.</summary>
public sealed class KeyStoreException : EncryptedDynamoException
{
    internal KeyStoreException(string rule, string message, string tableName, Exception? innerException = null)
        : base(rule, message, tableName, attributeName: null, innerException)
    {
    }
}
