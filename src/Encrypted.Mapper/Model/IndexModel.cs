namespace Encrypted.Mapper.Model;

/// <summary>The keys of one secondary index, as the entity's index attributes declare them.</summary>
/// <param name="Name">The index's name.</param>
/// <param name="PartitionKey">The name of the attribute that is the index's partition key.</param>
/// <param name="SortKey">The name of the attribute that is the index's sort key, if it has one.</param>
public sealed record IndexModel(string Name, string PartitionKey, string? SortKey);
