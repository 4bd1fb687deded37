namespace Encrypted.Mapper.Mapping.Tests.Entities;

public sealed class Circle : Shape
{
    public int Radius { get; set; }
}
