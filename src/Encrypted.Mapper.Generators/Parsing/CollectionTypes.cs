using Microsoft.CodeAnalysis;

namespace Encrypted.Mapper.Generators.Parsing;

/// <summary>
/// The collections and dictionaries that can be stored. Which of them become sets follows the SDK: only those of a
/// fixed list of element types, and of arrays not those of bytes.
/// </summary>
internal static class CollectionTypes
{
    private const string Generic = "System.Collections.Generic";

    /// <summary>The element type of a collection, or the value type of a string-keyed dictionary.</summary>
    public static ITypeSymbol? ElementOf(ITypeSymbol type)
    {
        if (type is IArrayTypeSymbol array)
        {
            return array.IsSZArray ? array.ElementType : null;
        }

        return type is INamedTypeSymbol named && named.ContainingNamespace?.ToDisplayString() == Generic
            ? (named.Name, named.Arity) switch
            {
                ("List" or "HashSet" or "SortedSet", 1) => named.TypeArguments[0],
                ("IList" or "ICollection" or "IEnumerable" or "IReadOnlyList" or "IReadOnlyCollection" or "ISet" or "IReadOnlySet", 1) => named.TypeArguments[0],
                ("Dictionary" or "SortedDictionary" or "IDictionary" or "IReadOnlyDictionary", 2)
                    when named.TypeArguments[0].SpecialType == SpecialType.System_String => named.TypeArguments[1],
                _ => null,
            }
            : null;
    }

    /// <summary>The conversion of a collection whose elements' conversion is known.</summary>
    public static Resolution Resolve(ITypeSymbol type, Resolution element)
    {
        var name = type is IArrayTypeSymbol ? "Array" : type.Name;
        var conversion = name switch
        {
            "List" => SetKind(element) + "ListConversion",
            "Array" => ArraySetKind(element) + "ArrayConversion",
            "HashSet" => SetKind(element) is { Length: > 0 } kind ? kind + "SetConversion" : "HashSetConversion",
            "SortedSet" => "SortedSetConversion",
            "Dictionary" => "DictionaryConversion",
            "SortedDictionary" => "SortedDictionaryConversion",
            "IDictionary" or "IReadOnlyDictionary" => "DictionaryInterfaceConversion",
            "ISet" or "IReadOnlySet" => "SetInterfaceConversion",
            _ => "SequenceConversion",
        };

        var self = name[0] == 'I' ? CodeNames.Type(type) + ", " : string.Empty;
        var form = name.EndsWith("Dictionary", StringComparison.Ordinal) ? ValueForm.Map : ValueForm.Collection;
        var full = $"{ScalarTypes.Prefix}{conversion}<{self}{CodeNames.Type(element.Type)}, {element.Conversion}>";
        return new Resolution(type, full, form) { Element = element };
    }

    private static string SetKind(Resolution element) => element.Form switch
    {
        ValueForm.SetText or ValueForm.Boolean => "Text",
        ValueForm.Binary => "Binary",
        _ => string.Empty,
    };

    private static string ArraySetKind(Resolution element)
        => element.Type is IArrayTypeSymbol ? string.Empty : SetKind(element);
}
