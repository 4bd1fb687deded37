using Amazon.DynamoDBv2.DataModel;

namespace Encrypted.Mapper.Benchmarks.Mapping;

/// <summary>An entity of ten attributes of the usual types.</summary>
[DynamoDBTable("Visits")]
public sealed class Visit
{
    [DynamoDBHashKey]
    public string PatientId { get; set; } = "";

    [DynamoDBRangeKey]
    public int Number { get; set; }

    [SignedOnly]
    public string Clinic { get; set; } = "";

    [SignedOnly]
    public DateTime Admitted { get; set; }

    [Encrypted]
    public string Name { get; set; } = "";

    [Encrypted]
    public string? Notes { get; set; }

    [Encrypted]
    public decimal Charge { get; set; }

    [Encrypted]
    public bool Insured { get; set; }

    [Encrypted]
    public List<string> Diagnoses { get; set; } = [];

    [Encrypted]
    public Address? Home { get; set; }

    public static Visit Sample() => new()
    {
        PatientId = "patient-00000001",
        Number = 12,
        Clinic = "North",
        Admitted = new DateTime(2026, 3, 14, 15, 9, 26, DateTimeKind.Utc),
        Name = "Ada Example",
        Notes = "Came with a cough, left with a prescription.",
        Charge = 128.50m,
        Insured = true,
        Diagnoses = ["J20.9", "R05", "Z87.891"],
        Home = new() { Street = "1 Long Street", City = "Leeds" },
    };
}
