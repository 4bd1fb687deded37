namespace Encrypted.Mapper;

/// <summary>An entity type, a table or a key is misconfigured. The message says what to change.</summary>
public sealed class ModelConfigurationException : EncryptedDynamoException
{
    internal ModelConfigurationException(string rule, string message, string? tableName = null, string? attributeName = null, Exception? innerException = null)
        : base(rule, message, tableName, attributeName, innerException)
    {
    }
}
