namespace Encrypted.Mapper.Generators.Model;

/// <summary>A method by which generated code calls what the language keeps from it.</summary>
/// <param name="Kind">What it calls.</param>
/// <param name="Name">The method's name.</param>
/// <param name="Target">The name of what it calls, in metadata; empty for a constructor.</param>
/// <param name="OwnerType">The type that declares what it calls.</param>
/// <param name="OwnerIsValueType">Whether that type is a struct, which is passed by reference.</param>
/// <param name="ValueTypes">The property's type, or those of the constructor's parameters.</param>
internal sealed record AccessorSpec(
    AccessorKind Kind,
    string Name,
    string Target,
    string OwnerType,
    bool OwnerIsValueType,
    EquatableArray<string> ValueTypes);
