using System.Text.Json;
using Encrypted.Mapper.IndependentReader;
using Encrypted.Mapper.IndependentReader.Recipients;
using Encrypted.Mapper.Tests.Support;
using Encrypted.Mapper.Tests.Vectors;
using Encrypted.Mapper.Tool.Tests.Support;

namespace Encrypted.Mapper.Tool.Tests.Vectors;

/// <summary>One vector as the tool sees it: a schema file, a command, a line.</summary>
/// <param name="Name">The vector's name.</param>
/// <param name="Command"><c>encrypt</c> or <c>decrypt</c>.</param>
/// <param name="Config">The vector's configuration.</param>
/// <param name="Keyring">The vector's keyring.</param>
/// <param name="Item">What the tool is given.</param>
/// <param name="Expected">What the official library gave, or <see langword="null"/> when it refused.</param>
internal sealed record VectorLine(string Name, string Command, JsonElement Config, JsonElement Keyring, Dictionary<string, Value> Item, Dictionary<string, Value>? Expected)
{
    public string Schema { get; } = SchemaFile.TextOf(Config, Keyring);

    public string Line { get; } = DynamoJson.Write(Item);

    public static List<VectorLine> All()
    {
        var lines = new List<VectorLine>();
        foreach (var vector in VectorFile.Items.Values.Concat(VectorFile.Random.Select(random => random.Item)))
        {
            lines.Add(new(vector.Name, "decrypt", vector.Config, vector.Keyring, vector.Protected, vector.Decrypted));
            lines.Add(new(vector.Name, "encrypt", vector.Config, vector.Keyring, vector.Plain, vector.Protected));
        }

        lines.AddRange(VectorFile.Random.Select(random
            => new VectorLine(random.Title, "decrypt", random.VariantConfig, random.Item.Keyring, random.VariantItem, random.Result.ItemOrNull)));
        lines.AddRange(VectorFile.Behaviour.Values.Select(recorded
            => new VectorLine(recorded.Name, recorded.Encrypts ? "encrypt" : "decrypt", recorded.Config, recorded.Keyring, recorded.Item, recorded.Result.ItemOrNull)));
        return lines;
    }

    /// <summary>Compares the tool's line with the official outcome.</summary>
    public void Check(Findings findings, string output)
    {
        findings.Case();
        if (ToolResult.ErrorOf(output) is { } error)
        {
            findings.Expect(Name, Command, Expected is null ? "" : "an item", Expected is null && error.Message.Length > 0 ? "" : error.ToString());
            return;
        }

        var item = DynamoJson.ParseItem(ToolResult.Json(output));
        if (Expected is null)
        {
            findings.Add(Name, Command + " should be refused");
        }
        else if (Command == "decrypt" || !Expected.ContainsKey("aws_dbe_head"))
        {
            findings.Expect(Name, Command, DynamoJson.Write(Expected), DynamoJson.Write(item));
        }
        else
        {
            CheckEncrypted(findings, item, Expected);
        }
    }

    // An encryption is random, so both are opened by the independent reader.
    private void CheckEncrypted(Findings findings, Dictionary<string, Value> item, Dictionary<string, Value> official)
    {
        var (table, recipient) = (TableDescription.Parse(Config), RecipientJson.Parse(Keyring));
        var (theirs, ours) = (ItemReader.Read(table, recipient, official), ItemReader.Read(table, recipient, item));
        if (!ours.Accepted)
        {
            findings.Add(Name, "the independent reader refuses: " + ours.Reason);
            return;
        }

        findings.Expect(Name, "essence", Essence.Of(theirs), Essence.Of(ours));
        findings.Expect(Name, "plain item", DynamoJson.Write(theirs.Plain), DynamoJson.Write(ours.Plain));
    }
}
