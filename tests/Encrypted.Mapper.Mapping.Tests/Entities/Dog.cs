namespace Encrypted.Mapper.Mapping.Tests.Entities;

public sealed class Dog : Animal
{
    public Address? Kennel { get; set; }

    [SignedOnly]
    public string? Common { get; set; }
}
