namespace Encrypted.Mapper.Telemetry;

/// <summary>
/// The names of the library's activity source, meter, instruments and tags. Tags hold names of tables and rules, never
/// a value, a key or an item.
/// </summary>
public static class EncryptedDynamoTelemetry
{
    /// <summary>The name of the activity source: one activity for each operation of the context and for each call to AWS KMS.</summary>
    public const string ActivitySourceName = "Encrypted.Mapper";

    /// <summary>The name of the meter.</summary>
    public const string MeterName = "Encrypted.Mapper";

    /// <summary>Counts items that were encrypted and signed.</summary>
    public const string ItemsEncrypted = "encrypted_dynamo.items.encrypted";

    /// <summary>Counts items that were verified and decrypted.</summary>
    public const string ItemsDecrypted = "encrypted_dynamo.items.decrypted";

    /// <summary>Counts items that could not be encrypted or verified; tagged with the rule.</summary>
    public const string ItemsRefused = "encrypted_dynamo.items.refused";

    /// <summary>Counts unverifiable rows that the handler decided to skip; tagged with the rule.</summary>
    public const string RowsSkipped = "encrypted_dynamo.rows.skipped";

    /// <summary>
    /// The duration of calls to AWS KMS in seconds, the retries of the AWS SDK included; tagged with the operation
    /// (<c>kms:Decrypt</c>) and the outcome: <c>ok</c>, <c>cancelled</c>, <c>foreign-ciphertext</c> or a rule of docs/errors.md.
    /// </summary>
    public const string KmsDuration = "encrypted_dynamo.kms.duration";

    /// <summary>The tag that names the operation of a service, as policies name it.</summary>
    public const string OperationTag = "encrypted_dynamo.operation";

    /// <summary>The tag that says what came of a call.</summary>
    public const string OutcomeTag = "encrypted_dynamo.outcome";

    /// <summary>The tag of activities that names the AWS KMS key by its ARN, or as it is configured.</summary>
    public const string KmsKeyTag = "encrypted_dynamo.kms.key";

    /// <summary>Counts branch keys that were found in memory.</summary>
    public const string BranchKeyHits = "encrypted_dynamo.branch_keys.hits";

    /// <summary>Counts branch keys that were not found in memory, so that their key store was asked or a failure was remembered.</summary>
    public const string BranchKeyMisses = "encrypted_dynamo.branch_keys.misses";

    /// <summary>Counts loads of branch keys that failed; tagged with the rule.</summary>
    public const string BranchKeyFailures = "encrypted_dynamo.branch_keys.failures";

    /// <summary>Counts loads of branch keys ahead of their expiry.</summary>
    public const string BranchKeyRefreshes = "encrypted_dynamo.branch_keys.refreshes";

    /// <summary>Counts branch keys that were zeroed because the cache was full.</summary>
    public const string BranchKeyEvictions = "encrypted_dynamo.branch_keys.evictions";

    /// <summary>Counts loads of active branch keys that were beyond their maximum age.</summary>
    public const string BranchKeyTooOld = "encrypted_dynamo.branch_keys.too_old";

    /// <summary>The tag that names the key store by its logical name.</summary>
    public const string KeyStoreTag = "encrypted_dynamo.key_store";

    /// <summary>The tag that tells active branch keys from versions.</summary>
    public const string ScopeTag = "encrypted_dynamo.scope";

    /// <summary>The tag that names the table.</summary>
    public const string TableTag = "encrypted_dynamo.table";

    /// <summary>The tag that names the index.</summary>
    public const string IndexTag = "encrypted_dynamo.index";

    /// <summary>The tag that names the broken rule.</summary>
    public const string RuleTag = "encrypted_dynamo.rule";

    internal const string Succeeded = "ok";
}
