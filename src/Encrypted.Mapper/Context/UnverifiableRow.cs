namespace Encrypted.Mapper;

/// <summary>A row of a query or scan that could not be verified, as the handler sees it: where it stood and why it was refused, and nothing of the row itself.</summary>
/// <param name="TableName">The table that was read.</param>
/// <param name="IndexName">The index that was read, or <see langword="null"/>.</param>
/// <param name="Rule">The rule that the row broke; docs/errors.md lists them.</param>
public readonly record struct UnverifiableRow(string TableName, string? IndexName, string Rule);
