using Encrypted.Mapper.Generators.Model;
using Microsoft.CodeAnalysis;

namespace Encrypted.Mapper.Generators.Parsing;

/// <summary>A nested type while its entity is parsed.</summary>
/// <param name="type">The type.</param>
/// <param name="conversionName">The struct that is generated for it.</param>
internal sealed class NestedType(INamedTypeSymbol type, string conversionName)
{
    public INamedTypeSymbol Type { get; } = type;

    public string ConversionName { get; } = conversionName;

    /// <summary>The members that carry a protection, which is void unless the value is encrypted as a whole.</summary>
    public List<MappedMember> Protected { get; } = [];

    /// <summary>The nested types of its members.</summary>
    public List<NestedType> Children { get; } = [];

    /// <summary>What its members need to be reached.</summary>
    public AccessorTable Accessors { get; } = new();

    /// <summary>Set when its members are parsed, which a recursive type is named before.</summary>
    public ObjectSpec? Body { get; set; }
}
