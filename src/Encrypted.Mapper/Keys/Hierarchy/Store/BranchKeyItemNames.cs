namespace Encrypted.Mapper.Keys;

/// <summary>Names in a key store's table and in the encryption context of its keys (keyrings, sections 13.3 and 13.4).</summary>
internal static class BranchKeyItemNames
{
    public const string Id = "branch-key-id";
    public const string Type = "type";
    public const string Version = "version";
    public const string Ciphertext = "enc";
    public const string KmsArn = "kms-arn";
    public const string CreateTime = "create-time";
    public const string HierarchyVersion = "hierarchy-version";
    public const string ContextPrefix = "aws-crypto-ec:";

    /// <summary>Stands in the encryption context alone: the logical name of the key store.</summary>
    public const string TableName = "tablename";

    public const string ActiveType = "branch:ACTIVE";
    public const string VersionPrefix = "branch:version:";
    public const string BeaconType = "beacon:ACTIVE";
    public const string CurrentHierarchyVersion = "1";
}
