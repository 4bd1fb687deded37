namespace Encrypted.Mapper.Generators.Model;

/// <summary>The shape of an entity or nested type.</summary>
/// <param name="TypeName">The fully qualified name.</param>
/// <param name="IsValueType">Whether it is a struct.</param>
/// <param name="IsAbstract">Whether only its derived types have instances.</param>
/// <param name="Creation">How instances are created.</param>
/// <param name="Members">Its mapped members.</param>
/// <param name="Derived">The closed set of its derived types, if it is polymorphic.</param>
internal sealed record ObjectSpec(
    string TypeName,
    bool IsValueType,
    bool IsAbstract,
    CreationSpec Creation,
    EquatableArray<MemberSpec> Members,
    EquatableArray<DerivedSpec> Derived);
