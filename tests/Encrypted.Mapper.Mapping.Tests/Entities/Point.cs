namespace Encrypted.Mapper.Mapping.Tests.Entities;

public struct Point
{
    public int X { get; set; }

    public string? Label;
}
