namespace Encrypted.Mapper.Mapping.Tests.Entities;

public class Cat : Animal
{
    public int Lives { get; set; }

    [SignedOnly]
    public string? Common { get; set; }
}
