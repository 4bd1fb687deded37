using Microsoft.CodeAnalysis;

namespace Encrypted.Mapper.Generators.Parsing;

/// <summary>Collects what is wrong with one entity.</summary>
/// <param name="entity">The entity, whose own location stands in for places outside the source.</param>
/// <param name="cancellation">Cancels the parsing.</param>
internal sealed class Findings(INamedTypeSymbol entity, CancellationToken cancellation)
{
    private readonly List<Finding> _items = [];

    public IReadOnlyList<Finding> Items => _items;

    public bool HasErrors { get; private set; }

    public CancellationToken Cancellation { get; } = cancellation;

    public void Add(DiagnosticDescriptor rule, AttributeData? attribute, ISymbol? symbol, params object?[] arguments)
    {
        HasErrors |= rule.DefaultSeverity == DiagnosticSeverity.Error;
        _items.Add(new Finding(rule, Locate(attribute, symbol), arguments));
    }

    private Location Locate(AttributeData? attribute, ISymbol? symbol)
        => (attribute is null ? null : AttributeArguments.Location(attribute, Cancellation))
            ?? InSource(symbol)
            ?? InSource(entity)
            ?? Location.None;

    private static Location? InSource(ISymbol? symbol) => symbol?.Locations.FirstOrDefault(static location => location.IsInSource);
}
