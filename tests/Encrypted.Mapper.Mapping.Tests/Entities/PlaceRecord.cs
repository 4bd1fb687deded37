namespace Encrypted.Mapper.Mapping.Tests.Entities;

public record PlaceRecord(string? City, int Zip = 1)
{
    public string? Street { get; init; } = "unknown";
}
