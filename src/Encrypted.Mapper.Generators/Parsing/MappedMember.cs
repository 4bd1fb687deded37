using Microsoft.CodeAnalysis;

namespace Encrypted.Mapper.Generators.Parsing;

/// <summary>A property or field with what its attributes say.</summary>
/// <param name="Symbol">The property or field.</param>
/// <param name="Type">Its type.</param>
/// <param name="Attributes">Its attributes.</param>
/// <param name="IsReadWrite">Whether it can be read and written at all, which the SDK takes as the sign of a mapped member.</param>
internal sealed record MappedMember(ISymbol Symbol, ITypeSymbol Type, MemberAttributes Attributes, bool IsReadWrite)
{
    public string Name => Symbol.Name;

    public string Identifier => CodeNames.Identifier(Symbol.Name);
}
