using System.ComponentModel;

namespace Encrypted.Mapper.Conversion;

/// <summary>Where in an item a conversion stands, so that its errors can name table and attribute. Used by generated code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct AttributePath
{
    // DynamoDB's limit; the top-level value is at depth 1.
    private const int MaxDepth = 32;

    /// <summary>Creates the path of a top-level attribute.</summary>
    /// <param name="tableName">The annotated table name.</param>
    /// <param name="attributeName">The attribute's name in the table.</param>
    public AttributePath(string tableName, string attributeName)
        : this(tableName, attributeName, null, 1)
    {
    }

    private AttributePath(string tableName, string attributeName, string? member, int depth)
    {
        TableName = tableName;
        AttributeName = attributeName;
        Member = member;
        Depth = depth;
    }

    /// <summary>The annotated table name.</summary>
    public string TableName { get; }

    /// <summary>The name of the top-level attribute.</summary>
    public string AttributeName { get; }

    /// <summary>The innermost member within the attribute that the model knows, or <c>*</c> for a map's own key.</summary>
    public string? Member { get; }

    internal int Depth { get; }

    /// <summary>The path of a nested type's member.</summary>
    /// <param name="member">The member's name in the map.</param>
    /// <returns>The path one level down.</returns>
    /// <exception cref="InvalidItemException">The nesting exceeds 32 levels, which a value that contains itself does.</exception>
    public AttributePath Child(string member) => Down(member);

    internal AttributePath Element() => Down(Member);

    internal AttributePath Entry() => Down("*");

    private AttributePath Down(string? member)
        => Depth < MaxDepth ? new(TableName, AttributeName, member, Depth + 1) : throw Error.ConversionDepth(in this);
}
