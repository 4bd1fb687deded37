using Encrypted.Mapper.Keys;

namespace Encrypted.Mapper.Tool.Schema;

/// <summary>Reads the <c>keyring</c> of a schema file. What is read is only created later, because creating may be refused by the format.</summary>
internal static class KeyringSchema
{
    /// <exception cref="SchemaFileException">The object isn't a keyring of the schema format.</exception>
    public static Func<IKeyring> Read(SchemaObject keyring, KeyringScope scope)
    {
        var create = keyring.Required("type") switch
        {
            "raw-aes" => RawAes(keyring, scope),
            "raw-rsa" => RawRsa(keyring, scope),
            "multi" => Multi(keyring, scope),
            "hierarchy" => Hierarchy(keyring, scope),
            "kms" => AwsKeyringSchema.Kms(keyring, scope, replicas: false),
            "kms-mrk" => AwsKeyringSchema.Kms(keyring, scope, replicas: true),
            "kms-discovery" => AwsKeyringSchema.Discovery(keyring, scope, replicas: false),
            "kms-mrk-discovery" => AwsKeyringSchema.Discovery(keyring, scope, replicas: true),
            "kms-rsa" => AwsKeyringSchema.Rsa(keyring, scope),
            "key-store" => AwsKeyringSchema.KeyStore(keyring, scope),
            _ => throw keyring.Wrong("type", "must be raw-aes, raw-rsa, multi, hierarchy, kms, kms-mrk, kms-discovery, kms-mrk-discovery, kms-rsa or key-store"),
        };
        keyring.End();
        return create;
    }

    private static Func<IKeyring> RawAes(SchemaObject keyring, KeyringScope scope)
    {
        var (space, name, key) = (keyring.Required("namespace"), keyring.Required("name"), scope.OwnKey(keyring.Bytes("keyBase64")));
        return () => scope.Own(new RawAesKeyring(space, name, key));
    }

    private static Func<IKeyring> RawRsa(SchemaObject keyring, KeyringScope scope)
    {
        var (space, name) = (keyring.Required("namespace"), keyring.Required("name"));
        var padding = keyring.Choice(
            "padding",
            ("PKCS1", RawRsaPadding.Pkcs1),
            ("OAEP_SHA1_MGF1", RawRsaPadding.OaepSha1),
            ("OAEP_SHA256_MGF1", RawRsaPadding.OaepSha256),
            ("OAEP_SHA384_MGF1", RawRsaPadding.OaepSha384),
            ("OAEP_SHA512_MGF1", RawRsaPadding.OaepSha512)) ?? throw keyring.Wrong("padding", "is missing");
        var (publicKey, privateKey) = (keyring.Optional("publicKeyPem"), keyring.Optional("privateKeyPem"));
        return () => scope.Own(new RawRsaKeyring(space, name, padding, publicKey, privateKey));
    }

    private static Func<IKeyring> Multi(SchemaObject keyring, KeyringScope scope)
    {
        var generator = keyring.Object("generator") is { } json ? Read(json, scope) : null;
        var children = keyring.Objects("children").ConvertAll(child => Read(child, scope));
        return () => new MultiKeyring(generator?.Invoke(), [.. children.ConvertAll(create => create())]);
    }

    private static Func<IKeyring> Hierarchy(SchemaObject keyring, KeyringScope scope)
    {
        if (keyring.Optional("supplierFromField") is not { } field)
        {
            var only = BranchKeySchema.Read(keyring, scope);
            return () => new HierarchicalKeyring(Source(scope, [only]), only.Id);
        }

        var keys = keyring.Objects("keys").ConvertAll(json =>
        {
            var key = BranchKeySchema.Read(json, scope);
            json.End();
            return key;
        });
        return () => new HierarchicalKeyring(Source(scope, keys), new FieldSelector(field));
    }

    private static InMemoryBranchKeySource Source(KeyringScope scope, List<BranchKeySchema> keys)
    {
        var source = scope.Own(new InMemoryBranchKeySource());
        var seen = new HashSet<(string, Guid)>();
        foreach (var key in keys)
        {
            var created = key.Create(scope);
            source.Add(seen.Add((created.BranchKeyId, created.Version)) ? created : throw scope.Refusal(key.Path, "is a branch key version that stands twice"));
        }

        return source;
    }
}
