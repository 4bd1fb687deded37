namespace Encrypted.Mapper.Interop.Tests.Support;

/// <summary>One version of a branch key, as the foreign key store gives it out.</summary>
internal sealed record ForeignBranchKey(string Id, Guid Version, string Key, Dictionary<string, string> EncryptionContext);
