namespace Encrypted.Mapper.Generators.Model;

/// <summary>The shape of an entity or nested type.</summary>
/// <param name="TypeName">The fully qualified name.</param>
/// <param name="IsValueType">Whether it is a struct.</param>
/// <param name="IsAbstract">Whether only its derived types have instances.</param>
/// <param name="Members">Its mapped members.</param>
/// <param name="Derived">The closed set of its derived types, if it is polymorphic.</param>
internal sealed record ObjectSpec(
    string TypeName,
    bool IsValueType,
    bool IsAbstract,
    EquatableArray<MemberSpec> Members,
    EquatableArray<DerivedSpec> Derived)
{
    /// <summary>The expression for a fresh instance. A struct starts from zero even if it has a constructor, as in the SDK.</summary>
    public string NewInstance => IsValueType ? $"default({TypeName})" : $"new {TypeName}()";
}
