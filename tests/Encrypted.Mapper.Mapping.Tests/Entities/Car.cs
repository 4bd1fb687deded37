namespace Encrypted.Mapper.Mapping.Tests.Entities;

public sealed class Car : Vehicle
{
    public string? Plate { get; set; }
}
