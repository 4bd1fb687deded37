using System.Collections.Immutable;
using System.Globalization;
using Encrypted.Mapper.Generators.Model;
using Microsoft.CodeAnalysis;

namespace Encrypted.Mapper.Generators.Parsing;

/// <summary>The accessors that one generated type needs, each once and under a name of its own.</summary>
internal sealed class AccessorTable
{
    private readonly Dictionary<ISymbol, string> _names = new(SymbolEqualityComparer.Default);
    private readonly HashSet<string> _taken = new(StringComparer.Ordinal);
    private readonly ImmutableArray<AccessorSpec>.Builder _accessors = ImmutableArray.CreateBuilder<AccessorSpec>();

    public string Getter(IMethodSymbol getter)
        => Add(AccessorKind.Getter, "Get" + getter.AssociatedSymbol!.Name, getter, CodeNames.Type(getter.ReturnType));

    public string Setter(IMethodSymbol setter)
        => Add(AccessorKind.Setter, "Set" + setter.AssociatedSymbol!.Name, setter, CodeNames.Type(setter.Parameters[0].Type));

    public string Constructor(IMethodSymbol constructor)
        => Add(
            AccessorKind.Constructor,
            "Create" + constructor.ContainingType.Name,
            constructor,
            constructor.Parameters.Select(static parameter => CodeNames.Type(parameter.Type)).ToArray());

    public EquatableArray<AccessorSpec> ToSpecs() => new(_accessors.ToImmutable());

    private string Add(AccessorKind kind, string candidate, IMethodSymbol method, params string[] types)
    {
        if (_names.TryGetValue(method, out var known))
        {
            return known;
        }

        var name = candidate;
        for (var i = 2; !_taken.Add(name); i++)
        {
            name = candidate + i.ToString(CultureInfo.InvariantCulture);
        }

        _names.Add(method, name);
        _accessors.Add(new AccessorSpec(
            kind,
            name,
            kind == AccessorKind.Constructor ? string.Empty : method.MetadataName,
            CodeNames.Type(method.ContainingType),
            method.ContainingType.IsValueType,
            new EquatableArray<string>(types.ToImmutableArray())));
        return name;
    }
}
