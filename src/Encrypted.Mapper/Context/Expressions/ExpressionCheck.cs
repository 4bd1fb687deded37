namespace Encrypted.Mapper.Context.Expressions;

/// <summary>
/// Checks the attributes of an expression that a caller wrote. Every path is cut at its first <c>.</c> or <c>[</c> and
/// its first name resolved; only the arguments of attribute_exists and attribute_not_exists may be encrypted attributes.
/// Whatever isn't understood counts as an attribute name, so that a misread expression is refused rather than sent; and
/// every value must be used, since the service would refuse one that isn't only after it saw it.
/// </summary>
internal static class ExpressionCheck
{
    private static readonly string[] Keywords = ["AND", "OR", "NOT", "BETWEEN", "IN"];
    private static readonly string[] Functions = ["attribute_exists", "attribute_not_exists", "attribute_type", "begins_with", "contains", "size"];

    public static void Check(EntityTable table, string expression, IReadOnlyDictionary<string, string>? names, IReadOnlyCollection<string> values)
    {
        var unused = new HashSet<string>(values, StringComparer.Ordinal);
        var position = 0;
        var function = "";
        var inExistenceTest = false;
        while (position < expression.Length)
        {
            var start = position;
            var first = expression[position];
            if (!IsNameStart(first))
            {
                position = first == ':' ? SkipValue(expression, position, unused) : position + 1;
                inExistenceTest = first == '(' ? IsExistenceTest(function) : inExistenceTest && char.IsWhiteSpace(first);
                function = char.IsWhiteSpace(first) ? function : "";
                continue;
            }

            position = SkipName(expression, position + 1);
            var name = expression[start..position];
            if (first != '#' && (IsKeyword(name) || (IsFunction(name) && IsCalled(expression, position))))
            {
                function = name;
                inExistenceTest = false;
                continue;
            }

            var nested = position < expression.Length && expression[position] is '.' or '[';
            CheckPath(table, Resolve(table, name, names), existenceOnly: inExistenceTest && !nested);
            position = SkipPath(table, expression, position, names);
            inExistenceTest = false;
            function = "";
        }

        if (unused.Count > 0)
        {
            throw ContextErrors.UnusedValue(table.Name);
        }
    }

    private static int SkipValue(string expression, int position, HashSet<string> unused)
    {
        var end = SkipName(expression, position + 1);
        unused.Remove(expression[position..end]);
        return end;
    }

    private static void CheckPath(EntityTable table, string attributeName, bool existenceOnly)
    {
        if (!existenceOnly)
        {
            AttributeUse.RequireClear(table, attributeName);
        }
    }

    private static string Resolve(EntityTable table, string name, IReadOnlyDictionary<string, string>? names)
    {
        if (name[0] != '#')
        {
            return name;
        }

        return names is not null && names.TryGetValue(name, out var resolved) ? resolved : throw ContextErrors.UndefinedName(table.Name);
    }

    /// <summary>Skips what follows a path's first name: <c>.name</c>, <c>.#name</c> and <c>[0]</c>.</summary>
    private static int SkipPath(EntityTable table, string expression, int position, IReadOnlyDictionary<string, string>? names)
    {
        while (position < expression.Length)
        {
            if (expression[position] == '.' && position + 1 < expression.Length && IsNameStart(expression[position + 1]))
            {
                var end = SkipName(expression, position + 2);
                _ = Resolve(table, expression[(position + 1)..end], names);
                position = end;
            }
            else if (expression[position] == '[' && expression.IndexOf(']', position) is var end and > 0 && IsIndex(expression.AsSpan(position + 1, end - position - 1)))
            {
                position = end + 1;
            }
            else
            {
                break;
            }
        }

        return position;
    }

    private static bool IsIndex(ReadOnlySpan<char> text) => text.Length > 0 && text.IndexOfAnyExceptInRange('0', '9') < 0;

    private static bool IsNameStart(char character) => character is '#' or '_' || char.IsLetter(character) || char.IsDigit(character) || character > 127;

    private static int SkipName(string expression, int position)
    {
        while (position < expression.Length && (expression[position] is '_' || char.IsLetterOrDigit(expression[position]) || expression[position] > 127))
        {
            position++;
        }

        return position;
    }

    private static bool IsKeyword(string name) => Array.Exists(Keywords, keyword => keyword.Equals(name, StringComparison.OrdinalIgnoreCase));

    private static bool IsFunction(string name) => Array.IndexOf(Functions, name) >= 0;

    private static bool IsExistenceTest(string function) => function is "attribute_exists" or "attribute_not_exists";

    private static bool IsCalled(string expression, int position)
    {
        while (position < expression.Length && char.IsWhiteSpace(expression[position]))
        {
            position++;
        }

        return position < expression.Length && expression[position] == '(';
    }
}
