namespace Encrypted.Mapper.Keys;

/// <summary>One encrypted data key (EDK) of an item's header: the data key as one recipient can unwrap it (keyrings, section 2).</summary>
/// <param name="providerId">Identifies the keyring family or, for raw keys, their namespace.</param>
/// <param name="providerInfo">What the family needs to find the key.</param>
/// <param name="ciphertext">The wrapped data key, followed by the family's own part.</param>
public sealed class EncryptedDataKey(string providerId, ReadOnlyMemory<byte> providerInfo, ReadOnlyMemory<byte> ciphertext)
{
    /// <summary>Identifies the keyring family or, for raw keys, their namespace.</summary>
    public string ProviderId { get; } = providerId;

    /// <summary>What the family needs to find the key, such as its name.</summary>
    public ReadOnlyMemory<byte> ProviderInfo { get; } = providerInfo;

    /// <summary>The wrapped data key, followed by the family's own part.</summary>
    public ReadOnlyMemory<byte> Ciphertext { get; } = ciphertext;
}
