using Encrypted.Mapper.Generators.Emission;
using Encrypted.Mapper.Generators.Model;
using Microsoft.CodeAnalysis;

namespace Encrypted.Mapper.Generators.Parsing;

/// <summary>
/// Where the model of an entity goes: beneath our own namespace, so that it meets no name of the user's. Names that
/// could be those of another entity carry a hash of the entity's own.
/// </summary>
internal static class ModelNames
{
    private const string Root = "Encrypted.Mapper.Generated.Models";
    private const string CatalogueFile = "EntityCatalogue";

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

        var file = string.Concat(parts.Select(static part => part + ".")) + string.Join("+", path);
        return new ModelName(
            string.Concat(Root, string.Concat(parts.Select(static part => "." + CodeNames.Identifier(part)))),
            ClassName(path),
            (IsAmbiguousFile(type, file) ? file + "." + StableHash.Of(file) : file) + ".g.cs");
    }

    /// <summary>The underscore between nested names must not be taken for one within a name. No name starts with a digit, so the suffix meets none.</summary>
    private static string ClassName(List<string> path)
    {
        var name = string.Join("_", path);
        return path.Any(static part => part.Contains('_'))
            ? $"{name}_0{StableHash.Of(string.Join("+", path))}Model"
            : name + "Model";
    }

    /// <summary>The names of generated files are compared without regard to case.</summary>
    private static bool IsAmbiguousFile(INamedTypeSymbol type, string file)
    {
        if (IsSameFile(file, CatalogueFile))
        {
            return true;
        }

        for (INamespaceOrTypeSymbol current = type; current is not INamespaceSymbol { IsGlobalNamespace: true }; current = Container(current))
        {
            if (Container(current).GetMembers().Any(other => other is INamespaceOrTypeSymbol && other.Name != current.Name && IsSameFile(other.Name, current.Name)))
            {
                return true;
            }
        }

        return false;
    }

    private static INamespaceOrTypeSymbol Container(INamespaceOrTypeSymbol symbol)
        => symbol.ContainingType ?? (INamespaceOrTypeSymbol)symbol.ContainingNamespace;

    private static bool IsSameFile(string left, string right) => string.Equals(left, right, StringComparison.OrdinalIgnoreCase);
}
