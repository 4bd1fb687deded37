namespace Encrypted.Mapper.IndependentReader;

/// <summary>One encrypted data key of a header.</summary>
public sealed record DataKeyEntry(string ProviderId, byte[] ProviderInfo, byte[] Ciphertext);
