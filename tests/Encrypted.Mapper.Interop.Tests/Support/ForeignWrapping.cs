namespace Encrypted.Mapper.Interop.Tests.Support;

/// <summary>An intermediate key, and how a foreign keyring wrapped it.</summary>
internal sealed record ForeignWrapping(byte[] IntermediateKey, string ProviderId, byte[] ProviderInfo, byte[] ProviderPart);
