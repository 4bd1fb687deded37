using Amazon.DynamoDBv2.Model;
using Encrypted.Mapper.Benchmarks.Floor;
using Encrypted.Mapper.Encryption;
using Encrypted.Mapper.IndependentReader;
using Encrypted.Mapper.IndependentReader.Recipients;
using Encrypted.Mapper.Keys;
using Encrypted.Mapper.Model;

namespace Encrypted.Mapper.Benchmarks.Items;

/// <summary>An item of a given form with its encryptor and the floor under it.</summary>
internal sealed class ItemCase : IDisposable
{
    private const string Table = "Patients";
    private const string KeyNamespace = "benchmarks";

    private readonly RawAesKeyring _keyring = new(KeyNamespace, "key", new byte[32]);

    private ItemCase(int attributes, int encrypted, int valueLength, AlgorithmSuite suite)
    {
        var actions = new Dictionary<string, CryptoAction> { ["pk"] = CryptoAction.SignOnly };
        Plain = new() { ["pk"] = new() { S = "patient-00000001" } };
        for (var i = 1; i < attributes; i++)
        {
            var name = $"attribute{i:D3}";
            actions[name] = i <= encrypted ? CryptoAction.EncryptAndSign : CryptoAction.SignOnly;
            Plain[name] = new() { S = new string('x', valueLength) };
        }

        Encryptor = new(new() { LogicalTableName = Table, PartitionKey = "pk", Actions = actions, AlgorithmSuite = suite }, _keyring);
    }

    public ItemEncryptor Encryptor { get; }

    public Dictionary<string, AttributeValue> Plain { get; }

    public Dictionary<string, AttributeValue> Protected { get; private set; } = null!;

    public PrimitiveCalls Floor { get; private set; } = null!;

    /// <summary>Creates the case, and checks with another implementation of the format that it is a real one.</summary>
    public static async Task<ItemCase> CreateAsync(int attributes, int encrypted, int valueLength, AlgorithmSuite suite)
    {
        var created = new ItemCase(attributes, encrypted, valueLength, suite);
        created.Protected = await created.Encryptor.EncryptAsync(created.Plain);
        created.Floor = new(created.Measure());
        return created;
    }

    public void Dispose()
    {
        Floor.Dispose();
        _keyring.Dispose();
    }

    private ItemShape Measure()
    {
        string[] names = ["ENCRYPT_AND_SIGN", "SIGN_ONLY", "SIGN_AND_INCLUDE_IN_ENCRYPTION_CONTEXT", "DO_NOTHING"];
        var description = new IndependentReader.TableDescription
        {
            Table = Table,
            PartitionKey = "pk",
            Actions = Encryptor.Configuration.Actions.ToDictionary(a => a.Key, a => names[(int)a.Value]),
        };
        var reading = ItemReader.Read(description, new RawAesRecipient(KeyNamespace, "key", new byte[32]), Protected.ToDictionary(p => p.Key, p => ToValue(p.Value)));
        return ItemShape.Of(reading.Accepted ? reading : throw new InvalidOperationException(reading.Reason), (int)Protected["aws_dbe_head"].B.Length);
    }

    private static Value ToValue(AttributeValue value) => value.B is { } binary ? Value.B(binary.ToArray()) : Value.S(value.S);
}
