namespace Encrypted.Mapper.Interop.Tests.Support;

/// <summary>What comes out of an encrypted data key: the data key, and the recipient's symmetric signing key, which follows from the intermediate key alone.</summary>
internal sealed record Opened(string DataKey, string SigningKey);
