namespace Encrypted.Mapper.Telemetry;

/// <summary>
/// The names of the library's activity source, meter, instruments and tags. Tags hold names of tables and rules, never
/// a value, a key or an item.
/// </summary>
public static class EncryptedDynamoTelemetry
{
    /// <summary>The name of the activity source: one activity for each operation of the context.</summary>
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

    /// <summary>The tag that names the table.</summary>
    public const string TableTag = "encrypted_dynamo.table";

    /// <summary>The tag that names the index.</summary>
    public const string IndexTag = "encrypted_dynamo.index";

    /// <summary>The tag that names the broken rule.</summary>
    public const string RuleTag = "encrypted_dynamo.rule";
}
