using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Encrypted.Mapper.CodeFixes;

/// <summary>Signs what must be readable but not unprotected: an attribute that other entities of the table sign, and a time to live.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(SignInsteadFix)), Shared]
public sealed class SignInsteadFix : SingleEditFix
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create("ENCM006", "ENCM010");

    private protected override IEnumerable<Edit> Edits(SyntaxNode root, SemanticModel model, SyntaxNode node)
    {
        if (AttributeEdits.DeclarationAt(node) is not { } declaration || model.GetDeclaredSymbol(declaration) is INamedTypeSymbol)
        {
            yield break;
        }

        var signed = AttributeNames.Own(model, node.SpanStart, AttributeNames.SignedOnly);
        var mark = node.FirstAncestorOrSelf<AttributeSyntax>();
        yield return new Edit(
            $"Mark [{AttributeNames.SignedOnly}]",
            "sign",
            current => mark is null ? AttributeEdits.Add(current, declaration, signed) : AttributeEdits.Replace(current, mark, signed));
    }
}
