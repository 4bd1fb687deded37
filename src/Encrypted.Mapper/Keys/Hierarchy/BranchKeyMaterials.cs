namespace Encrypted.Mapper.Keys;

/// <summary>One version of a branch key as the key store gave it (keyrings, section 13.7). Zeroed on dispose.</summary>
public sealed class BranchKeyMaterials : IDisposable
{
    /// <summary>Creates materials.</summary>
    /// <param name="key">The version. The materials dispose it.</param>
    /// <param name="createTime">When the version was made; <see langword="null"/> if the key store's text isn't a time.</param>
    /// <param name="encryptionContext">The pairs that the key's maker added.</param>
    internal BranchKeyMaterials(BranchKey key, DateTimeOffset? createTime, IReadOnlyDictionary<string, string> encryptionContext)
    {
        ArgumentNullException.ThrowIfNull(key);
        ArgumentNullException.ThrowIfNull(encryptionContext);
        Key = key;
        CreateTime = createTime;
        EncryptionContext = encryptionContext;
    }

    /// <summary>The version.</summary>
    public BranchKey Key { get; }

    /// <summary>When the version was made, by its maker's clock; <see langword="null"/> if the key store's text isn't a time.</summary>
    public DateTimeOffset? CreateTime { get; }

    /// <summary>The pairs that the key's maker added, without their prefix. Authenticated by KMS.</summary>
    public IReadOnlyDictionary<string, string> EncryptionContext { get; }

    /// <summary>Zeroes the key as soon as no operation uses it any more.</summary>
    public void Dispose() => Key.Dispose();
}
