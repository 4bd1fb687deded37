namespace Encrypted.Mapper;

/// <summary>There is no item under the given key that could be updated. Nothing was written.</summary>
public sealed class ItemNotFoundException : EncryptedDynamoException
{
    internal ItemNotFoundException(string rule, string message, string? tableName = null, string? attributeName = null, Exception? innerException = null)
        : base(rule, message, tableName, attributeName, innerException)
    {
    }
}
