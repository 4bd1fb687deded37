namespace Encrypted.Mapper.Mapping.Tests.Entities;

public sealed class Square : Shape
{
    public int Side { get; set; }

    public Shape? Inner { get; set; }
}
