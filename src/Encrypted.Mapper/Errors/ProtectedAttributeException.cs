namespace Encrypted.Mapper;

/// <summary>The request is one that protected attributes don't allow, such as a condition on an encrypted attribute.</summary>
public sealed class ProtectedAttributeException : EncryptedDynamoException
{
    internal ProtectedAttributeException(string rule, string message, string? tableName = null, string? attributeName = null, Exception? innerException = null)
        : base(rule, message, tableName, attributeName, innerException)
    {
    }
}
