namespace Encrypted.Mapper.Generators.Model;

/// <summary>One type of a polymorphic type's closed set.</summary>
/// <param name="Discriminator">The stored discriminator.</param>
/// <param name="TypeName">The fully qualified name.</param>
/// <param name="MethodSuffix">What the generated methods for it end with.</param>
/// <param name="Members">Its mapped members, inherited ones included.</param>
internal sealed record DerivedSpec(string Discriminator, string TypeName, string MethodSuffix, EquatableArray<MemberSpec> Members);
