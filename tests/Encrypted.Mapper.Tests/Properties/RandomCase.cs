using CsCheck;
using Encrypted.Mapper.Encryption;
using Encrypted.Mapper.IndependentReader;
using Encrypted.Mapper.Keys;
using Encrypted.Mapper.Model;

namespace Encrypted.Mapper.Tests.Properties;

/// <summary>A random table with a random item in it.</summary>
internal sealed record RandomCase(ItemEncryptorConfiguration Configuration, Dictionary<string, Value> Item)
{
    private static readonly string[] ActionNames = ["ENCRYPT_AND_SIGN", "SIGN_ONLY", "SIGN_AND_INCLUDE_IN_ENCRYPTION_CONTEXT", "DO_NOTHING"];

    private static readonly Gen<CryptoAction> Action = Gen.Frequency(
        (4, Gen.Const(CryptoAction.EncryptAndSign)),
        (3, Gen.Const(CryptoAction.SignOnly)),
        (1, Gen.Const(CryptoAction.DoNothing)));

    public static readonly Gen<RandomCase> Generator = Gen.Select(
        Generate.Text,
        Gen.Bool,
        Gen.Bool,
        Gen.OneOf(AlgorithmSuite.SymSigHmacSha384, AlgorithmSuite.EcdsaP384SymSigHmacSha384),
        Gen.Select(Generate.Key, Generate.Key),
        Gen.Select(Generate.Name, Action, Gen.Frequency((1, Gen.Const(true)), (4, Gen.Const(false))), Generate.Any).Array[0, 12])
        .Select((table, hasSortKey, version2, suite, keys, attributes) => Create(table, hasSortKey, version2, suite, keys, attributes));

    public static RawAesKeyring Keyring { get; } = new("ns", "key", new byte[32]);

    public TableDescription Description => new()
    {
        Table = Configuration.LogicalTableName,
        PartitionKey = Configuration.PartitionKey,
        SortKey = Configuration.SortKey,
        Actions = Configuration.Actions.ToDictionary(a => a.Key, a => ActionNames[(int)a.Value]),
        UnsignedAttributes = [.. Configuration.UnsignedAttributes],
        UnsignedPrefix = Configuration.UnsignedPrefix,
    };

    /// <summary>The item as it comes back: what was encrypted has its canonical form, and the rest is as it was.</summary>
    public Dictionary<string, Value> Expected => Item.ToDictionary(
        pair => pair.Key,
        pair => Configuration.Actions.GetValueOrDefault(pair.Key, CryptoAction.DoNothing) == CryptoAction.EncryptAndSign
            ? ValueParser.Parse(TypeIds.Of(pair.Value.Type), ValueWriter.Write(pair.Value))
            : pair.Value);

    /// <summary>What a failing property prints.</summary>
    public override string ToString()
        => $"table {DynamoJson.Write(Value.S(Configuration.LogicalTableName))}, {Configuration.AlgorithmSuite}, actions "
        + string.Join(", ", Configuration.Actions.Select(a => DynamoJson.Write(Value.S(a.Key)) + " " + a.Value))
        + "\n" + DynamoJson.Write(Item);

    private static RandomCase Create(
        string table,
        bool hasSortKey,
        bool version2,
        AlgorithmSuite suite,
        (Value Partition, Value Sort) keys,
        (string Name, CryptoAction Action, bool InContext, Value Value)[] attributes)
    {
        var signed = version2 ? CryptoAction.SignAndIncludeInEncryptionContext : CryptoAction.SignOnly;
        var actions = new Dictionary<string, CryptoAction> { ["pk"] = signed };
        var item = new Dictionary<string, Value> { ["pk"] = keys.Partition };
        if (hasSortKey)
        {
            actions["sk"] = signed;
            item["sk"] = keys.Sort;
        }

        foreach (var (name, action, inContext, value) in attributes)
        {
            if (actions.ContainsKey(name) || name.StartsWith("aws-crypto-", StringComparison.Ordinal))
            {
                continue;
            }

            actions[name] = inContext && action == CryptoAction.SignOnly ? signed : action;
            item[name] = value;
        }

        item[":by prefix"] = Value.S("unconfigured");
        return new(
            new()
            {
                LogicalTableName = table,
                PartitionKey = "pk",
                SortKey = hasSortKey ? "sk" : null,
                Actions = actions,
                UnsignedAttributes = [.. actions.Where(a => a.Value == CryptoAction.DoNothing).Select(a => a.Key)],
                UnsignedPrefix = ":",
                AlgorithmSuite = suite,
            },
            item);
    }
}
