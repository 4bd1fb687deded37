namespace Encrypted.Mapper.Mapping.Tests.Entities;

public class Shape
{
    public string? Label { get; set; }
}
