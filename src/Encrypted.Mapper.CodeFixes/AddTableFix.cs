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
        // Only two complaints of the rule point to attributes; what else keeps an entity from its table takes more than an edit.
        if (node.FirstAncestorOrSelf<AttributeSyntax>() is not { } attribute || node.FirstAncestorOrSelf<TypeDeclarationSyntax>() is not { } type)
        {
            return [];
        }

        if (AttributeNames.ProtectionOf(model, attribute) is not null)
        {
            return [IsEntity(model, type)];
        }

        return AttributeNames.IsEntity(model, attribute) && !NamesTable(attribute) ? [Table(model, type)] : [];
    }

    /// <summary>A class that inherits its table, with protections of its own.</summary>
    private static Edit IsEntity(SemanticModel model, TypeDeclarationSyntax type)
    {
        var name = AttributeNames.Own(model, type.SpanStart, "EncryptedEntity");
        return new Edit("Add [EncryptedEntity]", "entity", current => AttributeEdits.Add(current, type, name));
    }

    private static Edit Table(SemanticModel model, TypeDeclarationSyntax type)
    {
        var name = AttributeNames.Sdk(model, type.SpanStart, "DynamoDBTable");
        var table = SymbolDisplay.FormatLiteral(type.Identifier.ValueText, quote: true);
        return new Edit($"Add [DynamoDBTable({table})]", "table", current => AttributeEdits.Add(current, type, $"{name}({table})"));
    }

    private static bool NamesTable(AttributeSyntax attribute)
        => attribute.ArgumentList?.Arguments.Any(static argument => argument.NameEquals?.Name.Identifier.ValueText == "Table") == true;
}
