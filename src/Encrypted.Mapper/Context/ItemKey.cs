using Amazon.DynamoDBv2.Model;
using Encrypted.Mapper.Conversion;
using Encrypted.Mapper.Encryption;
using Encrypted.Mapper.Encryption.Canonical;

namespace Encrypted.Mapper.Context;

/// <summary>The primary key of one item.</summary>
internal static class ItemKey
{
    public static Dictionary<string, AttributeValue> From(EntityTable table, object? partitionKey, object? sortKey, ConversionOptions options)
    {
        var model = table.Model;
        var key = new Dictionary<string, AttributeValue>(2)
        {
            [model.PartitionKey] = Part(table, model.PartitionKey, partitionKey, options),
        };
        if (model.SortKey is { } sortKeyName)
        {
            key[sortKeyName] = Part(table, sortKeyName, sortKey, options);
        }
        else if (sortKey is not null)
        {
            throw ContextErrors.SortKeyUnexpected(table.Name);
        }

        return key;
    }

    public static Dictionary<string, AttributeValue> Of(EntityTable table, Dictionary<string, AttributeValue> item)
    {
        var model = table.Model;
        var key = new Dictionary<string, AttributeValue>(2);
        Copy(table, model.PartitionKey, item, key);
        if (model.SortKey is { } sortKeyName)
        {
            Copy(table, sortKeyName, item, key);
        }

        return key;
    }

    /// <summary>Whether the item stands under the key. Numbers are compared as numbers, because the service may spell them differently.</summary>
    public static bool IsSame(Dictionary<string, AttributeValue> key, Dictionary<string, AttributeValue> item)
    {
        foreach (var (name, wanted) in key)
        {
            if (!item.TryGetValue(name, out var found) || !IsSame(wanted, found))
            {
                return false;
            }
        }

        return true;
    }

    public static AttributeValue Part(EntityTable table, string attribute, object? value, ConversionOptions options)
        => Checked(table, attribute, value is null ? null : table.Model.ToAttributeValue(attribute, value, options), value is not null);

    private static void Copy(EntityTable table, string attribute, Dictionary<string, AttributeValue> item, Dictionary<string, AttributeValue> key)
        => key[attribute] = Checked(table, attribute, item.GetValueOrDefault(attribute), given: false);

    private static AttributeValue Checked(EntityTable table, string attribute, AttributeValue? value, bool given)
    {
        if (value is null)
        {
            // An empty string converts to nothing when empty strings aren't stored.
            throw given ? ContextErrors.KeyEmpty(table.Name, attribute) : ContextErrors.KeyMissing(table.Name, attribute);
        }

        if (value.S is { Length: 0 } || value.N is { Length: 0 } || value.B is { Length: 0 })
        {
            throw ContextErrors.KeyEmpty(table.Name, attribute);
        }

        return value;
    }

    private static bool IsSame(AttributeValue wanted, AttributeValue found)
    {
        if (wanted.S is { } text)
        {
            return string.Equals(text, found.S, StringComparison.Ordinal);
        }

        if (wanted.B is { } binary)
        {
            return found.B is { } other && PublicBytes.Equal(binary.ToArray(), other.ToArray());
        }

        return wanted.N is { } number && found.N is { } otherNumber && IsSameNumber(number, otherNumber);
    }

    private static bool IsSameNumber(string wanted, string found)
    {
        Span<byte> first = stackalloc byte[NumberText.MaxLength];
        Span<byte> second = stackalloc byte[NumberText.MaxLength];
        return NumberText.Normalize(wanted, first, out var firstLength) == NumberStatus.Ok
            && NumberText.Normalize(found, second, out var secondLength) == NumberStatus.Ok
            && PublicBytes.Equal(first[..firstLength], second[..secondLength]);
    }
}
