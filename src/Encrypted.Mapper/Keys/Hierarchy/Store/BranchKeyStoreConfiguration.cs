namespace Encrypted.Mapper.Keys;

/// <summary>Which table a branch key store is, and which KMS keys protect what stands in it (keyrings, section 13.1). Holds no secret.</summary>
public sealed class BranchKeyStoreConfiguration
{
    /// <summary>The DynamoDB table: its name, or its ARN <c>arn:&lt;partition&gt;:dynamodb:&lt;Region&gt;:&lt;account&gt;:table/&lt;name&gt;</c>.</summary>
    public required string TableName { get; init; }

    /// <summary>
    /// The logical name, which KMS binds into every key: it must never change. By default the table's name; set it where the same
    /// keys stand in tables of other names, such as a restore.
    /// </summary>
    public string? LogicalName { get; init; }

    /// <summary>The KMS key.</summary>
    public required BranchKeyStoreKms Kms { get; init; }

    /// <summary>Grant tokens for each call of KMS: at most 10, of 1 to 8,192 characters. Default: none.</summary>
    public IReadOnlyList<string> GrantTokens { get; init; } = [];
}
