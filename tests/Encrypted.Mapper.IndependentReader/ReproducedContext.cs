namespace Encrypted.Mapper.IndependentReader;

/// <summary>The part of the encryption context that a reader builds from configuration and item, wire format sections 5.2 to 5.4.</summary>
public static class ReproducedContext
{
    public static Dictionary<string, string> Build(
        TableDescription table,
        Dictionary<string, Value> item,
        Header header,
        List<KeyValuePair<string, char>> letters)
    {
        var context = new Dictionary<string, string>
        {
            ["aws-crypto-table-name"] = table.Table,
            ["aws-crypto-partition-name"] = table.PartitionKey,
        };
        if (table.SortKey is not null)
        {
            context["aws-crypto-sort-name"] = table.SortKey;
        }

        if (header.Version == 1)
        {
            foreach (var key in table.Keys())
            {
                context["aws-crypto-attr." + key] = Typed(item[key]);
            }

            return context;
        }

        var included = letters.Where(pair => pair.Value == 'c').Select(pair => pair.Key).ToList();
        included.Sort((a, b) => ByteOrder.Instance.Compare(ByteList.Utf8(a), ByteList.Utf8(b)));
        var legend = "";
        foreach (var name in included)
        {
            var (letter, text) = ByType(item[name]);
            legend += letter;
            context["aws-crypto-attr." + name] = text;
        }

        context["aws-crypto-legend"] = legend;
        return context;
    }

    private static (char Letter, string Text) ByType(Value value) => value.Type switch
    {
        "S" => ('S', value.Text),
        "N" => ('N', NumberText.Normalise(value.Text)),
        "NULL" => ('L', "null"),
        "BOOL" => ('L', value.Flag ? "true" : "false"),
        _ => ('B', Typed(value)),
    };

    private static string Typed(Value value) => Convert.ToBase64String(ByteList.Join(TypeIds.Of(value.Type), ValueWriter.Write(value)));
}
