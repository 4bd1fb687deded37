using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Encrypted.Mapper.CodeFixes;

/// <summary>Removes [BranchKey] from a property that can't name the branch key.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(RemoveBranchKeyFix)), Shared]
public sealed class RemoveBranchKeyFix : SingleEditFix
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create("ENCM020");

    private protected override IEnumerable<Edit> Edits(SyntaxNode root, SemanticModel model, SyntaxNode node)
    {
        if (node.FirstAncestorOrSelf<AttributeSyntax>() is { } attribute && AttributeNames.IsBranchKey(model, attribute))
        {
            yield return new Edit("Remove [BranchKey]", "remove", current => AttributeEdits.Remove(current, [attribute]));
        }
    }
}
