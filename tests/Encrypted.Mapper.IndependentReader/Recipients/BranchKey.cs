namespace Encrypted.Mapper.IndependentReader.Recipients;

/// <summary>A branch key in one version. The version is the text of a UUID.</summary>
public sealed record BranchKey(string Id, string Version, byte[] Key);
