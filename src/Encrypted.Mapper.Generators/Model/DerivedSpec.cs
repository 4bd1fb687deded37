namespace Encrypted.Mapper.Generators.Model;

/// <summary>One type of a polymorphic type's closed set.</summary>
/// <param name="Discriminator">The stored discriminator.</param>
/// <param name="Body">The type's shape, inherited members included.</param>
internal sealed record DerivedSpec(string Discriminator, ObjectSpec Body);
