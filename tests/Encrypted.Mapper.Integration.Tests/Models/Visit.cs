namespace Encrypted.Mapper.Integration.Tests.Models;

/// <summary>An entity with every kind of attribute, described by a hand-written model.</summary>
public sealed class Visit
{
    public string Id { get; set; } = "";

    public int Number { get; set; }

    /// <summary>Signed; partition key of the global index ByClinic.</summary>
    public string? Clinic { get; set; }

    /// <summary>Signed; sort key of ByClinic and of the local index ByDay.</summary>
    public string? Day { get; set; }

    /// <summary>Signed number.</summary>
    public decimal? Cost { get; set; }

    /// <summary>Signed number set.</summary>
    public HashSet<int>? Rooms { get; set; }

    /// <summary>Encrypted.</summary>
    public string? Ssn { get; set; }

    /// <summary>Encrypted string set.</summary>
    public HashSet<string>? Labels { get; set; }

    /// <summary>Encrypted number.</summary>
    public decimal? Weight { get; set; }

    /// <summary>Neither encrypted nor signed.</summary>
    public string? Hint { get; set; }

    public int? Version { get; set; }
}
