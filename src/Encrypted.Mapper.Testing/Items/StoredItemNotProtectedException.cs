namespace Encrypted.Mapper.Testing;

/// <summary>A stored item isn't protected as its entity declares. The message names the table, attributes and what is wrong with them, and no values.</summary>
public sealed class StoredItemNotProtectedException : Exception
{
    internal StoredItemNotProtectedException(string table, IReadOnlyList<string> findings, Exception? inner = null)
        : base($"The item stored in table {table} isn't protected as declared:{string.Concat(findings.Select(finding => $"{Environment.NewLine}- {finding}"))}", inner)
    {
        TableName = table;
        Findings = findings;
    }

    /// <summary>The table's name.</summary>
    public string TableName { get; }

    /// <summary>What is wrong, one sentence each.</summary>
    public IReadOnlyList<string> Findings { get; }
}
