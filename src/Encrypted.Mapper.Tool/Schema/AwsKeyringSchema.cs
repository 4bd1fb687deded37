using Encrypted.Mapper.Keys;
using Encrypted.Mapper.Tool.KeyStore;

namespace Encrypted.Mapper.Tool.Schema;

/// <summary>Reads the keyrings of a schema file whose keys are in AWS KMS, or in a key store.</summary>
internal static class AwsKeyringSchema
{
    public static Func<IKeyring> Kms(SchemaObject keyring, KeyringScope scope, bool replicas)
    {
        var (key, grants) = (keyring.Required("keyId"), GrantTokens(keyring, scope));
        return () => replicas ? new KmsMrkKeyring(scope.Aws.Kms, key, grants) : new KmsKeyring(scope.Aws.Kms, key, grants);
    }

    public static Func<IKeyring> Discovery(SchemaObject keyring, KeyringScope scope, bool replicas)
    {
        var (region, partition, accounts) = (keyring.Required("region"), keyring.Optional("partition") ?? "aws", keyring.Texts("accountIds"));
        var grants = GrantTokens(keyring, scope);
        return () =>
        {
            var filter = new KmsDiscoveryFilter(partition, [.. accounts]);
            return replicas ? new KmsMrkDiscoveryKeyring(scope.Aws.Kms, region, filter, grants) : new KmsDiscoveryKeyring(scope.Aws.Kms, region, filter, grants);
        };
    }

    public static Func<IKeyring> Rsa(SchemaObject keyring, KeyringScope scope)
    {
        var key = keyring.Required("keyId");
        var padding = keyring.Choice("padding", ("OAEP_SHA1_MGF1", KmsRsaAlgorithm.OaepSha1), ("OAEP_SHA256_MGF1", KmsRsaAlgorithm.OaepSha256)) ?? throw keyring.Wrong("padding", "is missing");
        var (publicKey, grants) = (keyring.Optional("publicKeyPem"), GrantTokens(keyring, scope));
        return () => scope.Own(new KmsRsaKeyring(scope.Aws.Kms, key, padding, publicKey, grants));
    }

    public static Func<IKeyring> KeyStore(SchemaObject keyring, KeyringScope scope)
    {
        var (table, logicalName, region) = (keyring.Required("table"), keyring.Optional("logicalName"), keyring.Optional("region"));
        var (key, replica) = (keyring.Optional("kmsKeyArn"), keyring.Optional("kmsMrkArn"));
        var (id, field) = (keyring.Optional("branchKeyId"), keyring.Optional("supplierFromField"));
        var grants = GrantTokens(keyring, scope);
        RequireOne(keyring, ("kmsKeyArn", key), ("kmsMrkArn", replica));
        RequireOne(keyring, ("branchKeyId", id), ("supplierFromField", field));
        return () =>
        {
            var configuration = new BranchKeyStoreConfiguration
            {
                TableName = table,
                LogicalName = logicalName,
                Kms = key is not null ? BranchKeyStoreKms.Key(key) : BranchKeyStoreKms.MultiRegionKey(replica!),
                GrantTokens = grants,
            };
            var source = scope.Own(new BranchKeyCache(Open(configuration, region, scope)));
            return id is not null ? new HierarchicalKeyring(source, id) : new HierarchicalKeyring(source, new FieldSelector(field!));
        };
    }

    private static BranchKeyStore Open(BranchKeyStoreConfiguration configuration, string? region, KeyringScope scope)
    {
        try
        {
            return new(configuration, scope.Aws.CreateDynamoDB(configuration.TableName, configuration.Kms.KeyArn, region), scope.Aws.Kms);
        }
        catch (KeyStoreCommandException)
        {
            throw scope.Refusal("region", "is missing, and nothing else tells the Region of the key store");
        }
    }

    private static List<string> GrantTokens(SchemaObject keyring, KeyringScope scope)
    {
        scope.NeedsAws = true;
        return keyring.Texts("grantTokens");
    }

    private static void RequireOne(SchemaObject keyring, (string Name, string? Value) one, (string Name, string? Value) other)
    {
        if (one.Value is null == other.Value is null)
        {
            throw keyring.Wrong(one.Name, one.Value is null ? $"is missing, and so is {other.Name}" : $"and {other.Name} exclude each other");
        }
    }
}
