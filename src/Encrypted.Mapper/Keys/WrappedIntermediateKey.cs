namespace Encrypted.Mapper.Keys;

/// <summary>An intermediate key as a keyring family protects it.</summary>
/// <param name="ProviderId">Identifies the keyring family or, for raw keys, their namespace.</param>
/// <param name="ProviderInfo">What the family needs to find the key again.</param>
/// <param name="ProviderPart">The protected intermediate key.</param>
public readonly record struct WrappedIntermediateKey(string ProviderId, ReadOnlyMemory<byte> ProviderInfo, ReadOnlyMemory<byte> ProviderPart);
