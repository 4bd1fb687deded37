namespace Encrypted.Mapper;

/// <summary>An update was given up because other writers kept changing the item. Nothing was written.</summary>
public sealed class ConcurrentUpdateException : EncryptedDynamoException
{
    internal ConcurrentUpdateException(string rule, string message, string? tableName = null, string? attributeName = null, Exception? innerException = null)
        : base(rule, message, tableName, attributeName, innerException)
    {
    }
}
