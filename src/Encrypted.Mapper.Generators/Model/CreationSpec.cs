namespace Encrypted.Mapper.Generators.Model;

/// <summary>How instances of a type are created when they are read.</summary>
/// <param name="Accessor">The accessor that calls the constructor, if plain code can't.</param>
/// <param name="StartsFromZero">Whether no constructor is called: a struct starts from zero, as in the SDK.</param>
/// <param name="Arguments">What the constructor is given.</param>
internal sealed record CreationSpec(string? Accessor, bool StartsFromZero, EquatableArray<ArgumentSpec> Arguments)
{
    /// <summary>That of a type without instances of its own.</summary>
    public static CreationSpec None { get; } = new(null, false, EquatableArray<ArgumentSpec>.Empty);
}
