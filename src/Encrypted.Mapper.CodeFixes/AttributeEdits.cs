using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Encrypted.Mapper.CodeFixes;

/// <summary>Adds attributes to declarations and takes them away, comments and layout kept.</summary>
internal static class AttributeEdits
{
    /// <summary>The declaration that an attribute stands on, or that a symbol's location lies in.</summary>
    public static SyntaxNode? DeclarationAt(SyntaxNode node)
        => node.FirstAncestorOrSelf<SyntaxNode>(static ancestor => ancestor is MemberDeclarationSyntax or ParameterSyntax);

    public static SyntaxNode Add(SyntaxNode root, SyntaxNode declaration, string attribute)
    {
        var list = SyntaxFactory.AttributeList(SyntaxFactory.SingletonSeparatedList(Parse(attribute)));
        if (declaration is ParameterSyntax parameter)
        {
            // The properties of a positional record are declared by its parameters.
            list = list
                .WithTarget(SyntaxFactory.AttributeTargetSpecifier(SyntaxFactory.Token(SyntaxKind.PropertyKeyword)).WithTrailingTrivia(SyntaxFactory.Space))
                .WithLeadingTrivia(parameter.GetLeadingTrivia())
                .WithTrailingTrivia(SyntaxFactory.Space);
            var bare = parameter.WithLeadingTrivia();
            return root.ReplaceNode(parameter, bare.WithAttributeLists(bare.AttributeLists.Insert(0, list)));
        }

        // On a line of its own where the declaration has one.
        var member = (MemberDeclarationSyntax)declaration;
        var leading = member.GetLeadingTrivia();
        var indent = leading.Count > 0 ? leading[leading.Count - 1] : default;
        var isIndented = indent.IsKind(SyntaxKind.WhitespaceTrivia);
        list = list
            .WithLeadingTrivia(leading)
            .WithTrailingTrivia(StartsLine(member) ? LineEnd(root) : SyntaxFactory.Space);
        var rest = StartsLine(member) && isIndented ? member.WithLeadingTrivia(indent) : member.WithLeadingTrivia();
        return root.ReplaceNode(member, rest.WithAttributeLists(rest.AttributeLists.Insert(0, list)));
    }

    public static SyntaxNode Replace(SyntaxNode root, AttributeSyntax attribute, string replacement)
        => root.ReplaceNode(attribute, Parse(replacement).WithTriviaFrom(attribute));

    public static SyntaxNode Remove(SyntaxNode root, IReadOnlyList<AttributeSyntax> attributes)
    {
        root = root.TrackNodes(attributes);
        foreach (var attribute in attributes)
        {
            root = Remove(root, root.GetCurrentNode(attribute)!);
        }

        return root;
    }

    private static SyntaxNode Remove(SyntaxNode root, AttributeSyntax attribute)
    {
        var list = (AttributeListSyntax)attribute.Parent!;
        if (list.Attributes.Count > 1)
        {
            return root.ReplaceNode(list, list.WithAttributes(list.Attributes.Remove(attribute)));
        }

        // What stands before the first list, comments included, belongs to the declaration.
        var declaration = list.Parent!;
        var leading = declaration.GetLeadingTrivia();
        return root.ReplaceNode(declaration, declaration.RemoveNode(list, SyntaxRemoveOptions.KeepNoTrivia)!.WithLeadingTrivia(leading));
    }

    private static bool StartsLine(SyntaxNode node)
    {
        var previous = node.GetFirstToken().GetPreviousToken();
        return previous.IsKind(SyntaxKind.None)
            || previous.TrailingTrivia.Any(SyntaxKind.EndOfLineTrivia)
            || node.GetLeadingTrivia().Any(SyntaxKind.EndOfLineTrivia);
    }

    private static SyntaxTrivia LineEnd(SyntaxNode root)
        => root.DescendantTrivia().FirstOrDefault(static trivia => trivia.IsKind(SyntaxKind.EndOfLineTrivia)) is { RawKind: not 0 } end
            ? end
            : SyntaxFactory.LineFeed;

    private static AttributeSyntax Parse(string attribute)
        => SyntaxFactory.ParseCompilationUnit($"[assembly: {attribute}]").AttributeLists[0].Attributes[0];
}
