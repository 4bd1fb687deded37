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

    /// <summary>An entity's branch key that another entity of its table doesn't name, or names otherwise.</summary>
    public IEnumerable<Finding> BranchKeyConflicts(INamedTypeSymbol type, ParsedEntity entity, CancellationToken cancellation)
    {
        if (entity.TableName is not { } table || IsTemplate(type) || BranchKeyMember.Of(entity.Attributes) is not { } own)
        {
            return [];
        }

        _byTable ??= Gather(cancellation);
        var findings = new Findings(type, cancellation);
        if (_byTable.TryGetValue(table, out var entries)
            && entries.FirstOrDefault(entry => entry.IsWhole && entry.BranchKey != own.Name) is { } other)
        {
            var what = other.BranchKey is { } name ? $"by '{name}'" : "by none";
            findings.Add(Rules.BranchKeyDiffers, own.Member.Attributes.BranchKey, own.Member.Symbol, type.Name, table, own.Name, other.EntityName, what);
        }

        return findings.Items;
    }

    /// <summary>What an abstract class leaves out, the classes derived from it may add.</summary>
    private static bool IsTemplate(INamedTypeSymbol type) => type.IsAbstract && !DerivedType.ListedOn(type).Any();

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

            var branchKey = BranchKeyMember.Of(entity.Attributes)?.Name;
            var isWhole = !IsTemplate(type);
            list.AddRange(entity.Attributes.Select(attribute => new Entry(type.Name, attribute.Name, attribute.Action != CryptoAction.DoNothing, branchKey, isWhole)));
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

    private sealed record Entry(string EntityName, string AttributeName, bool IsSigned, string? BranchKey, bool IsWhole);
}
