namespace Encrypted.Mapper;

/// <summary>DynamoDB left a part of a batch unprocessed, attempt after attempt: the table lacks capacity. What isn't counted as remaining was read or written.</summary>
public sealed class BatchIncompleteException : EncryptedDynamoException
{
    internal BatchIncompleteException(string message, string tableNames, int remaining)
        : base("batch-incomplete", message, tableNames, attributeName: null, innerException: null)
        => Remaining = remaining;

    /// <summary>How many keys were not read, or how many items not written or deleted.</summary>
    public int Remaining { get; }
}
