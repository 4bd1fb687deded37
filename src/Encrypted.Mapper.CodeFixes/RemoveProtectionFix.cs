using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Encrypted.Mapper.CodeFixes;

/// <summary>Removes a protection where none can be: on keys and versions, and on what is never stored.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(RemoveProtectionFix)), Shared]
public sealed class RemoveProtectionFix : SingleEditFix
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create("ENCM001", "ENCM009");

    private protected override IEnumerable<Edit> Edits(SyntaxNode root, SemanticModel model, SyntaxNode node)
    {
        if (node.FirstAncestorOrSelf<AttributeSyntax>() is not { } attribute || AttributeNames.ProtectionOf(model, attribute) is not { } name)
        {
            yield break;
        }

        yield return new Edit($"Remove [{name}]", "remove", current => AttributeEdits.Remove(current, [attribute]));
    }
}
