namespace Encrypted.Mapper.Benchmarks.Mapping;

/// <summary>A nested class of the entity.</summary>
public sealed class Address
{
    public string Street { get; set; } = "";

    public string City { get; set; } = "";
}
