using Encrypted.Mapper.Keys;

namespace Encrypted.Mapper.Tool.Schema;

/// <summary>One version of a branch key, as a schema file states it.</summary>
internal sealed record BranchKeySchema(string Path, string Id, string Version, byte[] Key)
{
    private const int KeyLength = 32;

    /// <exception cref="SchemaFileException">The object isn't a branch key of the schema format.</exception>
    public static BranchKeySchema Read(SchemaObject json, KeyringScope scope)
    {
        // Not used here, but part of what a branch key has.
        _ = json.Optional("beaconKeyBase64");
        return new(json.PathOf("branchKeyVersion"), json.Required("branchKeyId"), json.Required("branchKeyVersion"), scope.OwnKey(json.Bytes("branchKeyBase64")));
    }

    /// <exception cref="KeyringRefusedException">The format has no such branch key.</exception>
    public BranchKey Create(KeyringScope scope)
        => Id.Length == 0 ? throw scope.Refusal("branchKeyId", "is empty")
        : !Guid.TryParseExact(Version, "D", out var version) ? throw scope.Refusal("branchKeyVersion", "is not a UUID")
        : Key.Length != KeyLength ? throw scope.Refusal("branchKeyBase64", "is not of 32 bytes")
        : new BranchKey(Id, version, Key);

    /// <summary>Without the key.</summary>
    public override string ToString() => Path;
}
