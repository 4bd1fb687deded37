using System.Collections.Immutable;
using Encrypted.Mapper.Generators.Model;
using Encrypted.Mapper.Generators.Parsing;
using Microsoft.CodeAnalysis;

namespace Encrypted.Mapper.Generators.Diagnostics;

/// <summary>The protections that the entities of each table of a compilation give their attributes, gathered when first needed.</summary>
/// <param name="compilation">The compilation.</param>
internal sealed class TableProtections(Compilation compilation)
{
    private ImmutableDictionary<string, ImmutableArray<Entry>>? _byTable;
    private ImmutableDictionary<string, ImmutableArray<BranchKeyEntry>>? _branchKeysByTable;

    /// <summary>What an entity leaves unprotected while another of its table signs it.</summary>
    public IEnumerable<Finding> Conflicts(INamedTypeSymbol type, ParsedEntity entity, CancellationToken cancellation)
    {
        if (entity.TableName is not { } table || !entity.Attributes.Any(static attribute => attribute.Action == CryptoAction.DoNothing))
        {
            return [];
        }

        _byTable ??= Gather(cancellation);
        var findings = new Findings(type, cancellation);
        foreach (var attribute in entity.Attributes)
        {
            if (attribute.Action == CryptoAction.DoNothing && Signer(table, attribute.Name) is { } signer)
            {
                var mark = attribute.Member.Attributes.Protections.FirstOrDefault();
                findings.Add(Rules.SignedAndUnprotected, mark, attribute.Member.Symbol, attribute.Name, table, type.Name, signer);
            }
        }

        return findings.Items;
    }

    /// <summary>Another entity of the table that names the branch key otherwise.</summary>
    public IEnumerable<Finding> BranchKeyConflicts(INamedTypeSymbol type, ParsedEntity entity, CancellationToken cancellation)
    {
        if (entity.Spec is not { } spec)
        {
            return [];
        }

        _branchKeysByTable ??= GatherBranchKeys(cancellation);
        var findings = new Findings(type, cancellation);
        if (_branchKeysByTable.TryGetValue(spec.TableName, out var entries)
            && entries.FirstOrDefault(entry => entry.AttributeName != spec.BranchKey) is { } other)
        {
            var mark = entity.Attributes.Select(static attribute => attribute.Member.Attributes.BranchKey).FirstOrDefault(static attribute => attribute is not null);
            findings.Add(Rules.BranchKeyDiffers, mark, type, type.Name, other.EntityName, spec.TableName);
        }

        return findings.Items;
    }

    private ImmutableDictionary<string, ImmutableArray<BranchKeyEntry>> GatherBranchKeys(CancellationToken cancellation)
        => Types(compilation.Assembly.GlobalNamespace)
            .Where(EntityTypes.IsAnnotated)
            .Select(type => (Name: type.Name, Spec: EntityParser.Parse(type, compilation, cancellation)?.Spec))
            .Where(static entity => entity.Spec is not null)
            .GroupBy(static entity => entity.Spec!.TableName, StringComparer.Ordinal)
            .ToImmutableDictionary(
                static table => table.Key,
                static table => table.Select(static entity => new BranchKeyEntry(entity.Name, entity.Spec!.BranchKey)).ToImmutableArray(),
                StringComparer.Ordinal);

    private string? Signer(string table, string attributeName)
        => _byTable!.TryGetValue(table, out var entries)
            ? entries.FirstOrDefault(entry => entry.AttributeName == attributeName && entry.IsSigned)?.EntityName
            : null;

    private ImmutableDictionary<string, ImmutableArray<Entry>> Gather(CancellationToken cancellation)
    {
        var entries = new Dictionary<string, List<Entry>>(StringComparer.Ordinal);
        foreach (var type in Types(compilation.Assembly.GlobalNamespace).Where(EntityTypes.IsAnnotated))
        {
            if (EntityParser.Parse(type, compilation, cancellation) is not { TableName: { } table } entity)
            {
                continue;
            }

            if (!entries.TryGetValue(table, out var list))
            {
                entries.Add(table, list = []);
            }

            list.AddRange(entity.Attributes.Select(attribute => new Entry(type.Name, attribute.Name, attribute.Action != CryptoAction.DoNothing)));
        }

        return entries.ToImmutableDictionary(static pair => pair.Key, static pair => pair.Value.ToImmutableArray(), StringComparer.Ordinal);
    }

    private static IEnumerable<INamedTypeSymbol> Types(INamespaceOrTypeSymbol container)
    {
        foreach (var member in container.GetMembers().OfType<INamespaceOrTypeSymbol>())
        {
            if (member is INamedTypeSymbol type)
            {
                yield return type;
            }

            foreach (var inner in Types(member))
            {
                yield return inner;
            }
        }
    }

    private sealed record BranchKeyEntry(string EntityName, string? AttributeName);

    private sealed record Entry(string EntityName, string AttributeName, bool IsSigned);
}
