namespace Encrypted.Mapper;

/// <summary>A stored item can't be verified: it was changed, belongs to another table or key, isn't protected, or was written under a key that isn't configured. Nothing of it was returned.</summary>
public sealed class ItemVerificationException : EncryptedDynamoException
{
    internal ItemVerificationException(string rule, string message, string? tableName = null, string? attributeName = null, Exception? innerException = null)
        : base(rule, message, tableName, attributeName, innerException)
    {
    }
}
