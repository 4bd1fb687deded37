namespace Encrypted.Mapper.Generators.Model;

/// <summary>How generated code reads and writes a member.</summary>
/// <param name="Getter">The accessor that reads it, or <see langword="null"/> where plain code can.</param>
/// <param name="Setter">The accessor that writes it, or <see langword="null"/> where plain code can.</param>
/// <param name="IsArgument">Whether the constructor is given its value, so that it isn't set afterwards.</param>
internal sealed record MemberAccessSpec(string? Getter, string? Setter, bool IsArgument);
