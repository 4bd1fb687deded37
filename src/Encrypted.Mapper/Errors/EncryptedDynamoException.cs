namespace Encrypted.Mapper;

/// <summary>
/// The base of all errors that this library raises for items, keys and models. Its message names the table, the
/// attribute and the rule, and never a value, a key or plaintext.
/// </summary>
public abstract class EncryptedDynamoException : Exception
{
    private protected EncryptedDynamoException(string rule, string message, string? tableName, string? attributeName, Exception? innerException)
        : base(message, innerException)
    {
        Rule = rule;
        TableName = tableName;
        AttributeName = attributeName;
    }

    /// <summary>The rule that was broken: a stable identifier, listed in docs/errors.md.</summary>
    public string Rule { get; }

    /// <summary>
    /// The table, where one is concerned: its name or ARN in requests; for what the item format refuses its logical name,
    /// which a declared restore shares with the table that it was made of; for values that can't be converted the name that the class declares.
    /// </summary>
    public string? TableName { get; }

    /// <summary>The attribute, where one that the model knows is concerned; names that only the item knows are given as <c>*</c>.</summary>
    public string? AttributeName { get; }
}
