using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Encrypted.Mapper.CodeFixes;

/// <summary>Keeps one of several protections on a property: the user chooses which.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(KeepOneProtectionFix)), Shared]
public sealed class KeepOneProtectionFix : SingleEditFix
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create("ENCM002");

    private protected override IEnumerable<Edit> Edits(SyntaxNode root, SemanticModel model, SyntaxNode node)
    {
        if (AttributeEdits.DeclarationAt(node) is not { } declaration)
        {
            yield break;
        }

        var marks = declaration.ChildNodes()
            .OfType<AttributeListSyntax>()
            .SelectMany(static list => list.Attributes)
            .Where(attribute => AttributeNames.ProtectionOf(model, attribute) is not null)
            .ToArray();
        if (marks.Length < 2)
        {
            yield break;
        }

        foreach (var kept in marks)
        {
            var name = AttributeNames.ProtectionOf(model, kept)!;
            var others = marks.Where(mark => mark != kept).ToArray();
            yield return new Edit($"Keep [{name}]", "keep " + name, current => AttributeEdits.Remove(current, others));
        }
    }
}
