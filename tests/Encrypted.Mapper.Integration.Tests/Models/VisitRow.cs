using Amazon.DynamoDBv2.DataModel;

namespace Encrypted.Mapper.Integration.Tests.Models;

/// <summary>What of a visit is stored in clear, for reading with the stock context.</summary>
public sealed class VisitRow
{
    [DynamoDBHashKey]
    public string Id { get; set; } = "";

    [DynamoDBRangeKey]
    public int Number { get; set; }

    public string? Clinic { get; set; }

    [DynamoDBProperty("cost")]
    public decimal? Cost { get; set; }

    public HashSet<int>? Rooms { get; set; }

    public string? Hint { get; set; }
}
