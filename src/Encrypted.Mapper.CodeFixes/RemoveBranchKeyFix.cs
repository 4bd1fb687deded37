using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Encrypted.Mapper.CodeFixes;

/// <summary>Removes <c>[BranchKey]</c> from what is no part of the table's key.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(RemoveBranchKeyFix)), Shared]
public sealed class RemoveBranchKeyFix : SingleEditFix
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create("ENCM020");

    private protected override IEnumerable<Edit> Edits(SyntaxNode root, SemanticModel model, SyntaxNode node)
        => node.FirstAncestorOrSelf<AttributeSyntax>() is { } attribute && AttributeNames.IsBranchKey(model, attribute)
            ? [new Edit("Remove [BranchKey]", "remove", current => AttributeEdits.Remove(current, [attribute]))]
            : [];
}
