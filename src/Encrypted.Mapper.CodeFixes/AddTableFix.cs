using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Encrypted.Mapper.CodeFixes;

/// <summary>Names the table of an entity that names none: the class's name, as the stock context would take it.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(AddTableFix)), Shared]
public sealed class AddTableFix : SingleEditFix
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create("ENCM008");

    private protected override IEnumerable<Edit> Edits(SyntaxNode root, SemanticModel model, SyntaxNode node)
    {
        // Only this complaint of the rule points to the attribute; what else keeps an entity from its table takes more than an edit.
        if (node.FirstAncestorOrSelf<AttributeSyntax>() is not { } attribute
            || !AttributeNames.IsEntity(model, attribute)
            || attribute.ArgumentList?.Arguments.Any(static argument => argument.NameEquals?.Name.Identifier.ValueText == "Table") == true
            || AttributeEdits.DeclarationAt(attribute) is not TypeDeclarationSyntax type)
        {
            yield break;
        }

        var name = AttributeNames.Sdk(model, attribute.SpanStart, "DynamoDBTable");
        var table = SymbolDisplay.FormatLiteral(type.Identifier.ValueText, quote: true);
        yield return new Edit($"Add [DynamoDBTable({table})]", "table", current => AttributeEdits.Add(current, type, $"{name}({table})"));
    }
}
