using System.Text;
using Amazon.DynamoDBv2.Model;
using Encrypted.Mapper.Context.Expressions;
using Encrypted.Mapper.Encryption;

namespace Encrypted.Mapper.Context.Saving;

/// <summary>The conditions of one write, all of which must hold.</summary>
internal sealed class ConditionClauses(ExpressionScope scope)
{
    private readonly StringBuilder _text = new();
    private int _clauses;

    public string Text => _text.ToString();

    public bool AreAllowed => ExpressionLimits.Allow(Text, 2 * _clauses);

    /// <summary>There is no item.</summary>
    public void AddAbsent(string attributeName) => Add($"attribute_not_exists({scope.Name(attributeName)})");

    /// <summary>The item is still the one that was read.</summary>
    public void AddFooter(byte[] footer) => Add($"{scope.Name(ReservedNames.Footer)} = {scope.Value(StoredFooter.ToValue(footer))}");

    /// <summary>The attributes still have the values that were read, or are still absent.</summary>
    public void AddUnchanged(IReadOnlyCollection<string> names, Dictionary<string, AttributeValue> loaded)
    {
        foreach (var name in names)
        {
            if (loaded.TryGetValue(name, out var value))
            {
                Add($"{scope.Name(name)} = {scope.Value(value)}");
            }
            else
            {
                AddAbsent(name);
            }
        }
    }

    /// <summary>A condition of the caller's, if there is one.</summary>
    public void Add(string? condition)
    {
        if (condition is not null)
        {
            _text.Append(_clauses++ == 0 ? "(" : " AND (").Append(condition).Append(')');
        }
    }
}
