using System.Collections.Immutable;
using Encrypted.Mapper.Generators.Model;
using Microsoft.CodeAnalysis;

namespace Encrypted.Mapper.Generators.Parsing;

/// <summary>Finds the catalogues that referenced assemblies announce.</summary>
internal static class CatalogueParser
{
    public static CatalogueSpec? Parse(Compilation compilation, CancellationToken cancellation)
    {
        var references = ImmutableArray.CreateBuilder<string>();
        var hasRuntime = false;
        foreach (var assembly in compilation.SourceModule.ReferencedAssemblySymbols)
        {
            cancellation.ThrowIfCancellationRequested();
            hasRuntime |= assembly.Identity.Name == TypeNames.RuntimeAssembly;
            if (ReferencesRuntime(assembly) && IsReachable(compilation, assembly) && CatalogueOf(assembly) is { } catalogue)
            {
                references.Add(CodeNames.Type(catalogue));
            }
        }

        if (!hasRuntime)
        {
            return null;
        }

        references.Sort(StringComparer.Ordinal);
        return new CatalogueSpec(compilation.AssemblyName ?? string.Empty, new EquatableArray<string>(references.ToImmutable()));
    }

    private static bool ReferencesRuntime(IAssemblySymbol assembly)
        => assembly.Modules.Any(static module => module.ReferencedAssemblies.Any(static identity => identity.Name == TypeNames.RuntimeAssembly));

    /// <summary>Whether generated code can name the assembly's types, which it can't under an extern alias alone.</summary>
    private static bool IsReachable(Compilation compilation, IAssemblySymbol assembly)
        => compilation.GetMetadataReference(assembly) is not { Properties.Aliases: { IsEmpty: false } aliases } || aliases.Contains("global");

    private static INamedTypeSymbol? CatalogueOf(IAssemblySymbol assembly)
    {
        foreach (var attribute in assembly.GetAttributes())
        {
            if (attribute.AttributeClass?.ToDisplayString() == TypeNames.CatalogueAttribute
                && attribute.ConstructorArguments is { Length: 1 } arguments
                && arguments[0].Value is INamedTypeSymbol { TypeKind: TypeKind.Class } catalogue)
            {
                return catalogue;
            }
        }

        return null;
    }
}
