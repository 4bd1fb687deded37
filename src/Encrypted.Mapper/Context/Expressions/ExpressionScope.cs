using System.Globalization;
using Amazon.DynamoDBv2.Model;

namespace Encrypted.Mapper.Context.Expressions;

/// <summary>The name and value placeholders of one request.</summary>
internal sealed class ExpressionScope
{
    private readonly Dictionary<string, string> _names = new(StringComparer.Ordinal);
    private readonly Dictionary<string, AttributeValue> _values = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _placeholders = new(StringComparer.Ordinal);

    /// <summary>The names for the request; the service refuses an empty dictionary.</summary>
    public Dictionary<string, string>? Names => _names.Count == 0 ? null : _names;

    public Dictionary<string, AttributeValue>? Values => _values.Count == 0 ? null : _values;

    /// <summary>The placeholder of an attribute name, the same one for each use.</summary>
    public string Name(string attributeName)
    {
        if (!_placeholders.TryGetValue(attributeName, out var placeholder))
        {
            placeholder = Free("#encName", _names);
            _names[placeholder] = attributeName;
            _placeholders[attributeName] = placeholder;
        }

        return placeholder;
    }

    public string Value(AttributeValue value)
    {
        var placeholder = Free(":encValue", _values);
        _values[placeholder] = value;
        return placeholder;
    }

    /// <summary>Takes over a caller's own placeholders, which must not be defined twice with different meanings.</summary>
    public void Import(IReadOnlyDictionary<string, string>? names, IReadOnlyDictionary<string, AttributeValue>? values)
    {
        foreach (var (placeholder, name) in names ?? new Dictionary<string, string>())
        {
            if (!_names.TryAdd(placeholder, name) && !string.Equals(_names[placeholder], name, StringComparison.Ordinal))
            {
                throw new InvalidOperationException("A name placeholder is defined twice with different names.");
            }
        }

        foreach (var (placeholder, value) in values ?? new Dictionary<string, AttributeValue>())
        {
            if (!_values.TryAdd(placeholder, value))
            {
                throw new InvalidOperationException("A value placeholder is defined twice.");
            }
        }
    }

    private static string Free<TValue>(string stem, Dictionary<string, TValue> taken)
    {
        for (var number = taken.Count; ; number++)
        {
            var placeholder = stem + number.ToString(CultureInfo.InvariantCulture);
            if (!taken.ContainsKey(placeholder))
            {
                return placeholder;
            }
        }
    }
}
