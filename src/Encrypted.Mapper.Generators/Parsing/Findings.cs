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
        var finding = new Finding(rule, Locate(attribute, symbol), arguments);

        // Members that several types of a closed set inherit are parsed once for each.
        if (!_items.Any(known => known.Rule == rule && known.Location == finding.Location && known.Message == finding.Message))
        {
            _items.Add(finding);
        }
    }

    private Location Locate(AttributeData? attribute, ISymbol? symbol)
        => (attribute is null ? null : AttributeArguments.Location(attribute, Cancellation))
            ?? InSource(symbol)
            ?? InSource(entity)
            ?? Location.None;

    private static Location? InSource(ISymbol? symbol) => symbol?.Locations.FirstOrDefault(static location => location.IsInSource);
}
