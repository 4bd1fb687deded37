namespace Encrypted.Mapper;

/// <summary>An entity or item can't be written or converted: a key is missing, a value is out of the format's range, or the item is too large.</summary>
public sealed class InvalidItemException : EncryptedDynamoException
{
    internal InvalidItemException(string rule, string message, string? tableName = null, string? attributeName = null, Exception? innerException = null)
        : base(rule, message, tableName, attributeName, innerException)
    {
    }
}
