using Encrypted.Mapper.Generators.Model;
using Microsoft.CodeAnalysis;

namespace Encrypted.Mapper.Generators.Parsing;

/// <summary>Where the model of an entity goes: beneath our own namespace, so that it meets no name of the user's.</summary>
internal static class ModelNames
{
    private const string Root = "Encrypted.Mapper.Generated.Models";

    public static ModelName Of(INamedTypeSymbol type)
    {
        var path = new List<string>();
        for (var current = type; current is not null; current = current.ContainingType)
        {
            path.Insert(0, current.Name);
        }

        var parts = new List<string>();
        for (var current = type.ContainingNamespace; current is { IsGlobalNamespace: false }; current = current.ContainingNamespace)
        {
            parts.Insert(0, current.Name);
        }

        var qualified = string.Concat(parts.Select(static part => part + "."));
        return new ModelName(
            string.Concat(Root, string.Concat(parts.Select(static part => "." + CodeNames.Identifier(part)))),
            string.Join("_", path) + "Model",
            qualified + string.Join("+", path) + ".g.cs");
    }
}
