namespace Encrypted.Mapper.IndependentReader;

/// <summary>The pseudo-item that a branch-key-id supplier sees, wire format section 5.5.</summary>
public static class SelectorContext
{
    private const string AttributePrefix = "aws-crypto-attr.";

    public static Dictionary<string, Value> Of(Dictionary<string, string> context)
    {
        var partition = Required(context, "aws-crypto-partition-name");
        var sort = context.GetValueOrDefault("aws-crypto-sort-name");
        Required(context, AttributePrefix + partition);
        if (sort is not null)
        {
            Required(context, AttributePrefix + sort);
        }

        var item = new Dictionary<string, Value>();
        if (!context.TryGetValue("aws-crypto-legend", out var legend))
        {
            item[partition] = Typed(context[AttributePrefix + partition]);
            if (sort is not null)
            {
                item[sort] = Typed(context[AttributePrefix + sort]);
            }

            return item;
        }

        var keys = context.Keys.Where(k => k.Length > AttributePrefix.Length && k.StartsWith(AttributePrefix, StringComparison.Ordinal)).ToList();
        keys.Sort((a, b) => ByteOrder.Instance.Compare(ByteList.Utf8(a), ByteList.Utf8(b)));
        if (keys.Count != legend.Length)
        {
            throw new RefusalException("context: legend and attributes differ in number");
        }

        for (var i = 0; i < keys.Count; i++)
        {
            item[keys[i][AttributePrefix.Length..]] = ByLetter(legend[i], context[keys[i]]);
        }

        item["aws_dbe_table_name"] = Value.S(Required(context, "aws-crypto-table-name"));
        item["aws_dbe_partition_name"] = Value.S(partition);
        if (sort is not null)
        {
            item["aws_dbe_sort_name"] = Value.S(sort);
        }

        return item;
    }

    private static Value ByLetter(char letter, string text) => (letter, text) switch
    {
        ('S', _) => Value.S(text),
        ('N', _) => Value.N(text),
        ('L', "true") => Value.Bool(true),
        ('L', "false") => Value.Bool(false),
        ('L', "null") => Value.Null(),
        ('B', _) => Typed(text),
        _ => throw new RefusalException("context: unknown legend letter or literal"),
    };

    private static Value Typed(string base64)
    {
        var bytes = Convert.FromBase64String(base64);
        return ValueParser.Parse(bytes[..2], bytes[2..]);
    }

    private static string Required(Dictionary<string, string> context, string key)
        => context.TryGetValue(key, out var text) ? text : throw new RefusalException("context: a key is missing");
}
