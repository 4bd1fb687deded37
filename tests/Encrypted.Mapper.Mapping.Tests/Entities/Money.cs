namespace Encrypted.Mapper.Mapping.Tests.Entities;

public readonly record struct Money(decimal Amount, string? Currency);
