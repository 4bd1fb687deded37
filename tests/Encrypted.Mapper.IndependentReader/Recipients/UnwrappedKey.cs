namespace Encrypted.Mapper.IndependentReader.Recipients;

/// <summary>What a recipient gets out of one encrypted data key, and which one of the header it was.</summary>
public sealed record UnwrappedKey(byte[] DataKey, byte[] SigningKey, int EntryIndex);
