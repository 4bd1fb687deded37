namespace Encrypted.Mapper.Mapping.Tests.Entities;

public readonly record struct Position(int X, int Y = 2);
