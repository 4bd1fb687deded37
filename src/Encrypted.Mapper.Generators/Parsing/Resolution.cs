using Encrypted.Mapper.Generators.Model;
using Microsoft.CodeAnalysis;

namespace Encrypted.Mapper.Generators.Parsing;

/// <summary>How a CLR type is converted.</summary>
/// <param name="Type">The type.</param>
/// <param name="Conversion">The conversion's name in generated code.</param>
/// <param name="Form">What it is stored as.</param>
internal sealed record Resolution(ITypeSymbol Type, string Conversion, ValueForm Form)
{
    /// <summary>The element or dictionary value, for a collection.</summary>
    public Resolution? Element { get; init; }

    /// <summary>The nested type, where the value is one.</summary>
    public NestedType? Nested { get; init; }

    public ConversionSpec ToSpec() => new(CodeNames.Type(Type), Conversion);
}
