using Microsoft.CodeAnalysis;

namespace Encrypted.Mapper.CodeFixes;

/// <summary>One way to mend a place.</summary>
/// <param name="title">What the user reads.</param>
/// <param name="key">What the same choice at other places is recognised by.</param>
/// <param name="apply">The edit.</param>
internal sealed class Edit(string title, string key, Func<SyntaxNode, SyntaxNode> apply)
{
    public string Title { get; } = title;

    public string Key { get; } = key;

    public SyntaxNode Apply(SyntaxNode root) => apply(root);
}
