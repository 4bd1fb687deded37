using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Encrypted.Mapper.CodeFixes;

/// <summary>Marks a property that says nothing of its protection.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(MarkPropertyFix)), Shared]
public sealed class MarkPropertyFix : SingleEditFix
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create("ENCM004");

    private protected override IEnumerable<Edit> Edits(SyntaxNode root, SemanticModel model, SyntaxNode node)
    {
        // For a member of another assembly the diagnostic points to the class, which can't be marked in its stead.
        if (AttributeEdits.DeclarationAt(node) is not { } declaration || model.GetDeclaredSymbol(declaration) is INamedTypeSymbol)
        {
            yield break;
        }

        foreach (var name in new[] { AttributeNames.Encrypted, AttributeNames.SignedOnly, AttributeNames.Unprotected })
        {
            var attribute = AttributeNames.Own(model, declaration.SpanStart, name);
            yield return new Edit($"Mark [{name}]", "mark " + name, current => AttributeEdits.Add(current, declaration, attribute));
        }
    }
}
