namespace Encrypted.Mapper.Generators.Model;

/// <summary>A secondary index.</summary>
/// <param name="Name">The index's name.</param>
/// <param name="PartitionKey">Its partition key attribute.</param>
/// <param name="SortKey">Its sort key attribute, if any.</param>
internal sealed record IndexSpec(string Name, string PartitionKey, string? SortKey);
