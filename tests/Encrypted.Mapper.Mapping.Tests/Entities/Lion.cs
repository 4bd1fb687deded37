namespace Encrypted.Mapper.Mapping.Tests.Entities;

/// <summary>Not in the closed set of animals.</summary>
public sealed class Lion : Cat;
