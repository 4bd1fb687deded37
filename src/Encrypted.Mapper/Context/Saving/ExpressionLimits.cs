namespace Encrypted.Mapper.Context.Saving;

/// <summary>What DynamoDB allows in one expression. Placeholders are ASCII, so that characters are bytes.</summary>
internal static class ExpressionLimits
{
    private const int MaxLength = 4096;
    private const int MaxOperators = 300;

    /// <param name="expression">The text.</param>
    /// <param name="clauses">The number of assignments, removals or comparisons in it; each counts as an operator, which is more than the service counts.</param>
    public static bool Allow(string expression, int clauses) => expression.Length <= MaxLength && clauses <= MaxOperators;
}
