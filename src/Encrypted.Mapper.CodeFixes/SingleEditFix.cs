using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Encrypted.Mapper.CodeFixes;

/// <summary>A fix that edits the one place that a diagnostic points to, and all places of a document, project or solution alike.</summary>
public abstract class SingleEditFix : CodeFixProvider
{
    /// <inheritdoc/>
    public sealed override FixAllProvider GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    /// <inheritdoc/>
    public sealed override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        var root = await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false);
        var model = await context.Document.GetSemanticModelAsync(context.CancellationToken).ConfigureAwait(false);
        if (root is null || model is null)
        {
            return;
        }

        foreach (var diagnostic in context.Diagnostics)
        {
            foreach (var edit in Edits(root, model, root.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true)))
            {
                context.RegisterCodeFix(
                    CodeAction.Create(
                        edit.Title,
                        _ => Task.FromResult(context.Document.WithSyntaxRoot(edit.Apply(root))),
                        equivalenceKey: edit.Key),
                    diagnostic);
            }
        }
    }

    /// <summary>The edits to choose from.</summary>
    /// <param name="root">The document.</param>
    /// <param name="model">What it means.</param>
    /// <param name="node">Where the diagnostic points.</param>
    /// <returns>The edits, none where the place can't be mended by one.</returns>
    private protected abstract IEnumerable<Edit> Edits(SyntaxNode root, SemanticModel model, SyntaxNode node);
}
