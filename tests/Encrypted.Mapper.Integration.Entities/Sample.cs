using Amazon.DynamoDBv2.DataModel;

namespace Encrypted.Mapper.Integration.Entities;

/// <summary>One property of each kind, signed ones among them so that they can stand in conditions.</summary>
[DynamoDBTable("Samples")]
public sealed class Sample
{
    [DynamoDBHashKey]
    public Guid Id { get; set; }

    [SignedOnly]
    public Severity Severity { get; set; }

    [SignedOnly]
    public DateTime TakenAt { get; set; }

    [SignedOnly]
    public bool Urgent { get; set; }

    [SignedOnly]
    public double? Ratio { get; set; }

    [SignedOnly]
    public List<string>? Tags { get; set; }

    [SignedOnly]
    [DynamoDBProperty("seq")]
    public long Sequence { get; set; }

    [Encrypted]
    public byte[]? Image { get; set; }

    [Encrypted]
    public HashSet<decimal>? Readings { get; set; }

    [Encrypted]
    public Dictionary<string, Diagnosis>? ByDoctor { get; set; }

    [Encrypted]
    public List<Diagnosis>? History { get; set; }

    [Encrypted]
    public bool? Confirmed { get; set; }

    [Encrypted]
    public decimal Dose { get; set; }

    [Encrypted]
    public Guid? Batch { get; set; }

    [Encrypted]
    public Severity? Outcome { get; set; }
}
