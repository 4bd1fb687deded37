namespace Encrypted.Mapper.Mapping.Tests.Entities;

public enum Color
{
    Red,
    Green = 5,
}
