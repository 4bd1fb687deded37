using Amazon.DynamoDBv2.DataModel;

namespace Encrypted.Mapper.Integration.Entities;

/// <summary>A record that a constructor fills, with a version that only initialisers may set.</summary>
[DynamoDBTable("Appointments")]
public sealed record Appointment([property: DynamoDBHashKey] string Id, [property: Encrypted] string Reason)
{
    [SignedOnly]
    public required string Clinic { get; init; }

    [Encrypted]
    public IReadOnlyList<string> Notes { get; init; } = [];

    [DynamoDBVersion]
    public int? Version { get; init; }
}
