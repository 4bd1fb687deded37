using Encrypted.Mapper.Encryption.Canonical;

namespace Encrypted.Mapper.Keys;

/// <summary>Namespace and name of a raw key, checked (keyrings, sections 4 and 5).</summary>
internal sealed class RawKeyName
{
    private const string KmsNamespace = "aws-kms";

    /// <exception cref="ModelConfigurationException">A name isn't allowed.</exception>
    public RawKeyName(string keyNamespace, string keyName, int suffixLength = 0)
    {
        ArgumentNullException.ThrowIfNull(keyNamespace);
        ArgumentNullException.ThrowIfNull(keyName);
        var name = Utf8Text.GetBytes(keyName);
        var space = Utf8Text.GetBytes(keyNamespace);
        if (name is null || space is null || name.Length > ushort.MaxValue - suffixLength || space.Length > ushort.MaxValue)
        {
            throw new ModelConfigurationException("raw-key-name", "The namespace and the name of a raw key must have a UTF-8 form of fewer than 65,536 bytes (rule raw-key-name).");
        }

        if (string.Equals(keyNamespace, KmsNamespace, StringComparison.Ordinal))
        {
            throw new ModelConfigurationException("raw-key-namespace", "The namespace of a raw key can't be 'aws-kms', which stands for AWS KMS keys (rule raw-key-namespace).");
        }

        Namespace = keyNamespace;
        Name = keyName;
        Utf8Name = name;
    }

    public string Namespace { get; }

    public string Name { get; }

    public byte[] Utf8Name { get; }
}
