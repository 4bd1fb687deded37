namespace Encrypted.Mapper.Mapping.Tests.Entities;

[Flags]
public enum Wide : long
{
    None = 0,
    A = 1,
    B = 2,
}
