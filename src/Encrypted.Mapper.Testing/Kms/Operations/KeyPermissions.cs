namespace Encrypted.Mapper.Testing.Kms;

/// <summary>The permissions on a key: the operations' names, but for ReEncrypt, which takes one of each of its keys.</summary>
internal static class KeyPermissions
{
    private const string Prefix = "kms:";

    private static readonly string[] s_all =
    [
        "CancelKeyDeletion", "CreateAlias", "CreateGrant", "Decrypt", "DeleteAlias", "DescribeKey", "DisableKey", "EnableKey", "Encrypt",
        "GenerateDataKey", "GenerateDataKeyWithoutPlaintext", "GetPublicKey", "ListGrants", "ReEncryptFrom", "ReEncryptTo",
        "ReplicateKey", "RetireGrant", "RevokeGrant", "ScheduleKeyDeletion", "UpdateAlias",
    ];

    private static readonly string[] s_grantable =
    [
        "CreateGrant", "Decrypt", "DescribeKey", "Encrypt", "GenerateDataKey", "GenerateDataKeyWithoutPlaintext", "GetPublicKey",
        "ReEncryptFrom", "ReEncryptTo", "RetireGrant",
    ];

    public static bool IsGrantable(string permission) => Array.IndexOf(s_grantable, permission) >= 0;

    /// <summary>The permissions that a policy names: one, or all.</summary>
    /// <exception cref="ArgumentException">There is none of that name: the test would deny what it means to allow.</exception>
    public static string[] Named(string name)
    {
        if (name == "*")
        {
            return s_all;
        }

        var permission = name.StartsWith(Prefix, StringComparison.Ordinal) ? name[Prefix.Length..] : name;
        return Array.IndexOf(s_all, permission) >= 0
            ? [permission]
            : throw new ArgumentException($"There is no permission '{name}'. Those on a key are {string.Join(", ", s_all)}, and * for all.", nameof(name));
    }
}
