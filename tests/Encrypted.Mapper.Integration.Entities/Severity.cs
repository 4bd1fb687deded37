namespace Encrypted.Mapper.Integration.Entities;

public enum Severity
{
    None,
    Light,
    Grave = 7,
}
