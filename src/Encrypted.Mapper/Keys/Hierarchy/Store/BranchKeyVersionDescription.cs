namespace Encrypted.Mapper.Keys;

/// <summary>What a key store's table says of one version of a branch key. Not authenticated.</summary>
/// <param name="Version">The version's id.</param>
/// <param name="CreateTime">When it was made; <see langword="null"/> if the text isn't a time.</param>
/// <param name="KmsKeyArn">The KMS key that protects it.</param>
public sealed record BranchKeyVersionDescription(Guid Version, DateTimeOffset? CreateTime, string KmsKeyArn);
