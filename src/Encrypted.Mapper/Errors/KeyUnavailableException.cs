namespace Encrypted.Mapper;

/// <summary>A key can't be reached or used at present, so that nothing is known of the item itself: a key service that fails, a key file that can't be read.</summary>
public sealed class KeyUnavailableException : EncryptedDynamoException
{
    internal KeyUnavailableException(string rule, string message, string? tableName = null, string? attributeName = null, Exception? innerException = null)
        : base(rule, message, tableName, attributeName, innerException)
    {
    }
}
