namespace Encrypted.Mapper.Keys;

/// <summary>The table of a key store.</summary>
/// <param name="Arn">The table's ARN.</param>
/// <param name="Existed">Whether the table was there already. It was checked then.</param>
public sealed record BranchKeyStoreTable(string Arn, bool Existed);
