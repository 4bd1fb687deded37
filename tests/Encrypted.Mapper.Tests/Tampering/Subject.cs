using Encrypted.Mapper.Encryption;
using Encrypted.Mapper.IndependentReader;
using Encrypted.Mapper.Keys;
using Encrypted.Mapper.Model;
using Encrypted.Mapper.Tests.Support;

namespace Encrypted.Mapper.Tests.Tampering;

/// <summary>An item of every type under every kind of protection, to be tampered with in its stored form.</summary>
internal sealed class Subject
{
    /// <summary>Parts of values, of which no error may show any. None of them occurs in ordinary words.</summary>
    public static readonly IReadOnlyList<string> Marks = ["pK7", "qZx7", "dQ3v", "wQ9", "jX2m", "tX5", "uJ8", "lW4", "xH6", "mG1k"];

    private Subject(int version, AlgorithmSuite suite)
    {
        Configuration = new ItemEncryptorConfiguration
        {
            LogicalTableName = "Subjects",
            PartitionKey = "pk",
            SortKey = "sk",
            Actions = ActionsOf(version),
            UnsignedPrefix = ":",
            AlgorithmSuite = suite,
        };
        Encryptor = new ItemEncryptor(Configuration, Key.Keyring);
        Table = TableOf(Configuration);
    }

    public static TestKey Key { get; } = new("k", 0x5A);

    public ItemEncryptorConfiguration Configuration { get; }

    public ItemEncryptor Encryptor { get; }

    /// <summary>The configuration as the independent reader takes it.</summary>
    public TableDescription Table { get; }

    /// <summary>The names of the attributes that the signature covers, and of header and footer.</summary>
    public IReadOnlyList<string> ProtectedNames => [.. Configuration.Actions.Where(p => p.Value != CryptoAction.DoNothing).Select(p => p.Key), "aws_dbe_head", "aws_dbe_foot"];

    public static Subject Of(int version, string suite)
        => new(version, suite == "67 00" ? AlgorithmSuite.SymSigHmacSha384 : AlgorithmSuite.EcdsaP384SymSigHmacSha384);

    public static Dictionary<string, Value> Plain() => new()
    {
        ["pk"] = Value.S("pK7"),
        ["sk"] = Value.N("17"),
        ["secret"] = Value.S("qZx7"),
        ["deep"] = Value.M(new() { ["k"] = Value.L([Value.N("3.50"), Value.Bool(true), Value.S("dQ3v")]) }),
        ["none"] = Value.Null(),
        ["text"] = Value.S("wQ9é😀"),
        ["count"] = Value.N("1E5"),
        ["zero"] = Value.N("0E1"),
        ["bytes"] = Value.B([0x00, 0x7F, 0xFF]),
        ["flag"] = Value.Bool(false),
        ["nil"] = Value.Null(),
        ["tags"] = Value.SS(["jX2m", "a9"]),
        ["nums"] = Value.NS(["2", "10"]),
        ["blobs"] = Value.BS([[0x02], [0x01, 0x80]]),
        ["list"] = Value.L([Value.S("tX5"), Value.N("-7"), Value.L([]), Value.SS(["lW4"])]),
        ["map"] = Value.M(new() { ["uJ8"] = Value.Null(), ["v"] = Value.M(new() { ["w"] = Value.B([0x33]) }) }),
        ["ctx"] = Value.S("xH6"),
        ["ctxNum"] = Value.N("1E2"),
        ["ctxMap"] = Value.M(new() { ["y"] = Value.Bool(true) }),
        [":hint"] = Value.S("mG1k"),
    };

    public Task<Dictionary<string, Value>> ProtectAsync() => ProtectAsync(Plain());

    public async Task<Dictionary<string, Value>> ProtectAsync(Dictionary<string, Value> plain)
        => SdkItems.FromSdk(await Encryptor.EncryptAsync(SdkItems.ToSdk(plain)));

    /// <summary>The same item under other keys than <see cref="Key"/>.</summary>
    public async Task<Dictionary<string, Value>> ProtectAsync(IKeyring keyring)
        => SdkItems.FromSdk(await new ItemEncryptor(Configuration, keyring).EncryptAsync(SdkItems.ToSdk(Plain())));

    private static Dictionary<string, CryptoAction> ActionsOf(int version)
    {
        var inContext = version == 2 ? CryptoAction.SignAndIncludeInEncryptionContext : CryptoAction.SignOnly;
        var actions = Plain().Keys.ToDictionary(name => name, _ => CryptoAction.SignOnly);
        foreach (var name in new[] { "pk", "sk", "ctx", "ctxNum", "ctxMap" })
        {
            actions[name] = inContext;
        }

        foreach (var name in new[] { "secret", "deep", "none" })
        {
            actions[name] = CryptoAction.EncryptAndSign;
        }

        actions[":hint"] = CryptoAction.DoNothing;
        return actions;
    }

    private static TableDescription TableOf(ItemEncryptorConfiguration configuration) => new()
    {
        Table = configuration.LogicalTableName,
        PartitionKey = configuration.PartitionKey,
        SortKey = configuration.SortKey,
        Actions = configuration.Actions.ToDictionary(p => p.Key, p => p.Value switch
        {
            CryptoAction.EncryptAndSign => "ENCRYPT_AND_SIGN",
            CryptoAction.SignOnly => "SIGN_ONLY",
            CryptoAction.DoNothing => "DO_NOTHING",
            _ => "SIGN_AND_INCLUDE_IN_ENCRYPTION_CONTEXT",
        }),
        UnsignedPrefix = configuration.UnsignedPrefix,
    };
}
