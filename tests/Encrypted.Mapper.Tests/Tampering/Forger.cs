using System.Security.Cryptography;
using Encrypted.Mapper.Encryption;
using Encrypted.Mapper.IndependentReader;
using Encrypted.Mapper.IndependentReader.Recipients;
using Encrypted.Mapper.Model;

namespace Encrypted.Mapper.Tests.Tampering;

/// <summary>
/// A writer who holds the key but not to the rules: an item of suite 67 00, header version 1, that is authentic to the last
/// bit, and in which every part can be chosen. Built from the independent reader's parts.
/// </summary>
internal sealed class Forger
{
    private const string Table = "Forged";

    private readonly byte[] messageId = Enumerable.Repeat((byte)7, 32).ToArray();
    private readonly byte[] dataKey = Enumerable.Repeat((byte)8, 32).ToArray();
    private readonly byte[] intermediateKey = Enumerable.Repeat((byte)9, 32).ToArray();

    public static TestKey Key { get; } = new("forger", 0x33);

    public static TableDescription Description { get; } = new()
    {
        Table = Table,
        PartitionKey = "pk",
        Actions = new() { ["pk"] = "SIGN_ONLY", ["e"] = "ENCRYPT_AND_SIGN" },
    };

    public static ItemEncryptor Encryptor { get; } = new(
        new()
        {
            LogicalTableName = Table,
            PartitionKey = "pk",
            Actions = new Dictionary<string, CryptoAction>
            {
                ["pk"] = CryptoAction.SignOnly,
                ["e"] = CryptoAction.EncryptAndSign,
            },
        },
        Key.Keyring);

    /// <summary>The type id of the encrypted attribute.</summary>
    public byte[] TypeId { get; init; } = TypeIds.Of("S");

    /// <summary>The plain bytes of the encrypted attribute.</summary>
    public byte[] PlainBytes { get; init; } = ByteList.Utf8("x");

    public string Legend { get; init; } = "es";

    public Dictionary<string, string> StoredContext { get; init; } = [];

    /// <summary>How many data keys the header has; all but the last belong to strangers.</summary>
    public int DataKeys { get; init; } = 1;

    /// <summary>How many of the strangers' look like the reader's own, and can't be unwrapped.</summary>
    public int LookAlikes { get; init; }

    /// <summary>What stands between the data keys and the commitment, which covers it.</summary>
    public byte[] Trailing { get; init; } = [];

    /// <summary>Changes the commitment before everything is signed.</summary>
    public bool WrongCommitment { get; init; }

    /// <summary>Changes the last byte of the encrypted value before everything is signed.</summary>
    public bool WrongFieldTag { get; init; }

    /// <summary>The attribute whose path the encrypted value is bound to.</summary>
    public string BoundTo { get; init; } = "e";

    /// <summary>The ordinal whose field key the encrypted value is encrypted under.</summary>
    public int Ordinal { get; init; }

    /// <summary>The header's version.</summary>
    public byte Version { get; init; } = 1;

    public Dictionary<string, Value> Write()
    {
        var partition = Value.S("pK7");
        var context = new Dictionary<string, string>(StoredContext)
        {
            ["aws-crypto-table-name"] = Table,
            ["aws-crypto-partition-name"] = "pk",
            ["aws-crypto-attr.pk"] = Convert.ToBase64String(ByteList.Join(TypeIds.Of("S"), ByteList.Utf8("pK7"))),
        };
        var stored = Encrypt();
        var header = Header(context);
        var footer = Enumerable.Repeat(new byte[48], DataKeys - 1).Append(Tag(header, context, stored)).ToArray();
        return new()
        {
            ["pk"] = partition,
            ["e"] = Value.B(stored),
            ["aws_dbe_head"] = Value.B(header),
            ["aws_dbe_foot"] = Value.B(ByteList.Join(footer)),
        };
    }

    private byte[] Encrypt()
    {
        var fieldKey = Derivation.FieldKey(Derivation.FieldRootKey(dataKey, messageId), Ordinal);
        var stored = ByteList.Join(TypeId, Gcm.Seal(fieldKey[..32], fieldKey[32..], CanonicalPath.Of(Table, BoundTo), PlainBytes));
        stored[^1] ^= WrongFieldTag ? (byte)1 : (byte)0;
        return stored;
    }

    private byte[] Header(Dictionary<string, string> context)
    {
        var header = new ByteList().Add(Version, 0).Add(messageId).AddShort(ByteList.Utf8(Legend)).Add(ContextBytes.InRecord(StoredContext));
        header.Add((byte)DataKeys);
        var iv = new byte[12];
        var info = new ByteList().AddText(Key.Name).AddNumber(4, 128).AddNumber(4, 12).Add(iv).ToArray();
        for (var stranger = 1; stranger < DataKeys; stranger++)
        {
            if (stranger <= LookAlikes)
            {
                header.AddShort(ByteList.Utf8(TestKey.Namespace)).AddShort(info).AddShort(new byte[96]);
            }
            else
            {
                header.AddShort(ByteList.Utf8("stranger")).AddShort([]).AddShort(new byte[49]);
            }
        }

        var authenticated = ContextBytes.InKeyWrapping(context);
        header.AddShort(ByteList.Utf8(TestKey.Namespace)).AddShort(info);
        header.AddShort(ByteList.Join(
            Gcm.Seal(IntermediateKey.EncryptionKey(intermediateKey), iv, authenticated, dataKey),
            Gcm.Seal(Key.Bytes, iv, authenticated, intermediateKey)));
        header.Add(Trailing);
        var commitment = HMACSHA512.HashData(Derivation.CommitKey(dataKey, messageId), header.ToArray())[..32];
        commitment[0] ^= WrongCommitment ? (byte)1 : (byte)0;
        return header.Add(commitment).ToArray();
    }

    private byte[] Tag(byte[] header, Dictionary<string, string> context, byte[] stored)
    {
        var authenticated = ContextBytes.InRecord(context);
        var record = new ByteList().Add(header).AddNumber(8, (ulong)authenticated.Length).Add(authenticated);
        record.Add(CanonicalPath.Of(Table, "e")).AddNumber(8, (ulong)stored.Length - 2).AddText("ENCRYPTED").Add(stored);
        record.Add(CanonicalPath.Of(Table, "pk")).AddNumber(8, 3).AddText("PLAINTEXT").Add(TypeIds.Of("S")).AddText("pK7");
        return HMACSHA384.HashData(IntermediateKey.SigningKey(intermediateKey), SHA384.HashData(record.ToArray()));
    }
}
