namespace Encrypted.Mapper.Keys;

/// <summary>Refusals of a branch key store (keyrings, section 13.8).</summary>
internal static class KeyStoreErrors
{
    private const string UnknownRule = "branch-key-unknown";

    // An id that a selector took from an item may be anything; once the key store has shown it, it is a key's id.
    private const string Withheld = "*";

    public static ModelConfigurationException TableName()
        => new("key-store-table", "The name of a key store's table is a DynamoDB table name (3 to 255 letters A to Z and a to z, digits, '_', '-' and '.') or a table's ARN of at most 1,024 characters (arn:<partition>:dynamodb:<Region>:<account>:table/<name>) (rule key-store-table).");

    public static ModelConfigurationException LogicalName()
        => new("key-store-logical-name", "The logical name of a key store must have a UTF-8 form of at least one byte (rule key-store-logical-name).");

    public static ModelConfigurationException BranchKeyId()
        => new("branch-key-id", "A branch key id must have a UTF-8 form of 1 to 2,048 bytes in a key store (rule branch-key-id).");

    public static ModelConfigurationException CustomIdWithoutContext()
        => new("branch-key-context", "A branch key with an id of your own needs an encryption context of at least one pair, of texts that have a UTF-8 form (rule branch-key-context).");

    public static ModelConfigurationException DiscoveryIsReadOnly()
        => new("key-store-discovery", "A key store whose KMS key isn't fixed only reads, and is for tools: name the key by BranchKeyStoreKms.Key or MultiRegionKey (rule key-store-discovery).");

    public static KeyStoreException Exists(string table)
        => new("branch-key-exists", $"The key store in table '{table}' has a branch key of this id already; nothing was written (rule branch-key-exists).", table);

    public static KeyStoreException RotatedMeanwhile(string table)
        => new("branch-key-rotated", $"Somebody else rotated the branch key meanwhile, and nothing was written to key store table '{table}' (rule branch-key-rotated).", table);

    /// <summary>Whether the other transaction succeeded isn't known yet, so that neither of the refusals above would be true.</summary>
    public static KeyStoreException Conflict(string table, Exception error)
        => new("branch-key-conflict", $"Somebody else is writing the branch key at this moment, and nothing was written to key store table '{table}' (rule branch-key-conflict).", table, error);

    public static KeyStoreException Schema(string table)
        => new("key-store-schema", $"Table '{table}' exists and is no key store: its keys aren't branch-key-id and type, both strings (rule key-store-schema).", table);

    public static KeyUnavailableException Unknown(string branchKeyId)
        => Unproven(UnknownRule, "The key store has no such branch key", Read(branchKeyId, "no such item"), null);

    public static KeyUnavailableException Failed(string rule, string what, KeyAttempt attempt, Exception error) => Unproven(rule, what, attempt, error);

    /// <summary>Neither table nor KMS answered within the limit that a cache sets, and which of them it was isn't known. The id isn't, either.</summary>
    public static KeyUnavailableException TimedOut()
        => Error.KeyUnavailable("branch-key-timeout", "The branch key wasn't had in time", [new(KeyStoreTable.GetItem + " or " + KeyStoreKms.Decrypt, Withheld, "no answer in time")], null);

    public static KeyUnavailableException Malformed(string branchKeyId)
        => Error.KeyUnavailable("key-store-item", "What the key store holds under the branch key's id isn't a branch key", [Read(branchKeyId, "malformed")], null);

    public static KeyUnavailableException ForeignKey(string branchKeyId)
        => Error.KeyUnavailable("key-store-arn", "The branch key is protected with another KMS key than this key store is configured with", [Read(branchKeyId, "another KMS key")], null);

    public static KeyUnavailableException NotAuthentic(string branchKeyId, string operation, string kmsKey)
        => Error.KeyUnavailable(
            "key-store-authentication",
            "KMS doesn't authenticate the branch key: the key store's item was changed, or the key store's logical name is another one",
            [Read(branchKeyId, "found"), new(operation, kmsKey, "InvalidCiphertextException")],
            null);

    /// <summary>A failure of KMS, with the read of the key store before it.</summary>
    public static KeyUnavailableException AfterRead(string branchKeyId, KeyUnavailableException failure)
        => Error.KeyUnavailable(failure.Rule, "The branch key can't be unwrapped", [Read(branchKeyId, "found"), .. failure.Attempts], failure.InnerException);

    /// <summary>The same failure without the branch key's id.</summary>
    public static KeyUnavailableException Withhold(KeyUnavailableException failure)
    {
        var attempt = failure.Attempts[0] with { Key = Withheld };
        return Error.KeyUnavailable(failure.Rule, failure.Rule == UnknownRule ? "The key store has no such branch key; its id is withheld, since it was taken from an item" : "The key store can't be read", [attempt], failure.InnerException);
    }

    private static KeyAttempt Read(string branchKeyId, string outcome) => new(KeyStoreTable.GetItem, branchKeyId, outcome);

    private static KeyUnavailableException Unproven(string rule, string what, KeyAttempt attempt, Exception? error)
    {
        var failure = Error.KeyUnavailable(rule, what, [attempt], error);
        failure.NamesUnprovenKey = true;
        return failure;
    }
}
