namespace Encrypted.Mapper.Generators.Model;

/// <summary>What a constructor's parameter is given.</summary>
/// <param name="Parameter">The parameter's name as C# code writes it.</param>
/// <param name="Member">The member whose stored value it gets, or <see langword="null"/> for one that isn't stored.</param>
/// <param name="Default">The expression for its value where nothing is stored.</param>
/// <param name="Cast">The parameter's type, where the member's is another.</param>
/// <param name="Unwraps">Whether the member is a nullable of what the parameter takes.</param>
/// <param name="ReplacesNull">Whether a stored null gives way to the default too.</param>
internal sealed record ArgumentSpec(string Parameter, MemberSpec? Member, string Default, string? Cast, bool Unwraps, bool ReplacesNull);
