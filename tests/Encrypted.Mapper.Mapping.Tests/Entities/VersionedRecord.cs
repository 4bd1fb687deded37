using Amazon.DynamoDBv2.DataModel;

namespace Encrypted.Mapper.Mapping.Tests.Entities;

/// <summary>A version that the constructor fills. The stock context refuses it, since it couldn't write it back.</summary>
[DynamoDBTable("Versioned")]
public sealed record VersionedRecord(
    [property: DynamoDBHashKey] string Id,
    [property: Encrypted] string? Name,
    [property: DynamoDBVersion] byte? Version);
