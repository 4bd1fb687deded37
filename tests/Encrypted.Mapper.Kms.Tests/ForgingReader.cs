using System.Security.Cryptography;
using System.Text;
using Amazon.DynamoDBv2.Model;
using Amazon.KeyManagementService;
using Encrypted.Mapper.IndependentReader;
using Encrypted.Mapper.IndependentReader.Recipients;

namespace Encrypted.Mapper.Kms.Tests;

/// <summary>
/// Somebody who may decrypt and nothing else, and uses all that this gives: data key, intermediate key and symmetric signing
/// key of an item that it read, and the header's own encrypted data key, which carries them to other readers. Built from the independent reader's parts.
/// </summary>
internal sealed class ForgingReader : IDisposable
{
    public const string Forged = "666-00-0000";

    private const string Table = "Patients";
    private const string PublicKey = "aws-crypto-public-key";
    private const int SignatureLength = 103;

    private readonly ECDsa _own = ECDsa.Create(ECCurve.NamedCurves.nistP384);
    private readonly Dictionary<string, AttributeValue> _read;
    private readonly Header _header;
    private readonly byte[] _intermediateKey;
    private readonly byte[] _dataKey;

    private ForgingReader(Dictionary<string, AttributeValue> read, Header header, byte[] intermediateKey, byte[] dataKey)
    {
        _read = read;
        _header = header;
        _intermediateKey = intermediateKey;
        _dataKey = dataKey;
    }

    private DataKeyEntry Entry => _header.DataKeys[0];

    public static async Task<ForgingReader> ReadAsync(IAmazonKeyManagementService client, Dictionary<string, AttributeValue> stored)
    {
        var header = Header.Parse(stored["aws_dbe_head"].B.ToArray());
        var entry = header.DataKeys[0];
        var context = ContextOf(stored, header.StoredContext);
        using var blob = new MemoryStream(entry.Ciphertext[48..]);
        var answer = await client.DecryptAsync(new() { KeyId = Encoding.UTF8.GetString(entry.ProviderInfo), CiphertextBlob = blob, EncryptionContext = context });
        var intermediateKey = answer.Plaintext.ToArray();
        var dataKey = Gcm.TryOpen(IntermediateKey.EncryptionKey(intermediateKey), new byte[12], ContextBytes.InKeyWrapping(context), entry.Ciphertext[..48]);
        return new(stored, header, intermediateKey, dataKey!);
    }

    public void Dispose() => _own.Dispose();

    /// <summary>Another value under the header as it is. In suite 67 01 the signature is of a key pair of its own.</summary>
    public Dictionary<string, AttributeValue> UnderTheSameHeader() => Write(_read["aws_dbe_head"].B.ToArray(), _header.StoredContext, signed: _header.Flavor == 1);

    /// <summary>Another value with a public key of its own in the header, which the signature then fits.</summary>
    public Dictionary<string, AttributeValue> UnderAPublicKeyOfItsOwn()
    {
        var point = _own.ExportParameters(includePrivateParameters: false).Q;
        var compressed = ByteList.Join([(byte)(2 + (point.Y![^1] & 1))], point.X!);
        return Write(1, new() { [PublicKey] = Convert.ToBase64String(compressed) });
    }

    /// <summary>The same somebody, about to forge an item of another table key.</summary>
    public ForgingReader Of(string id) => new(new(_read) { ["Id"] = new() { S = id } }, _header, _intermediateKey, _dataKey);

    /// <summary>Another value under a header that says suite 67 00, which has no signature.</summary>
    public Dictionary<string, AttributeValue> WithoutASignature() => Write(0, []);

    private static Dictionary<string, string> ContextOf(Dictionary<string, AttributeValue> item, Dictionary<string, string> stored) => new(stored)
    {
        ["aws-crypto-table-name"] = Table,
        ["aws-crypto-partition-name"] = "Id",
        ["aws-crypto-attr.Id"] = Convert.ToBase64String(ByteList.Join(TypeIds.Of("S"), ByteList.Utf8(item["Id"].S))),
    };

    private Dictionary<string, AttributeValue> Write(byte flavor, Dictionary<string, string> storedContext)
    {
        var context = ContextOf(_read, storedContext);
        var header = new ByteList().Add(1, flavor).Add(_header.MessageId).AddShort(ByteList.Utf8(_header.Legend)).Add(ContextBytes.InRecord(storedContext)).Add(1);
        header.AddShort(ByteList.Utf8(Entry.ProviderId)).AddShort(Entry.ProviderInfo);
        header.AddShort(ByteList.Join(
            Gcm.Seal(IntermediateKey.EncryptionKey(_intermediateKey), new byte[12], ContextBytes.InKeyWrapping(context), _dataKey),
            Entry.Ciphertext[48..]));
        var committed = header.ToArray();
        var commitment = HMACSHA512.HashData(Derivation.CommitKey(_dataKey, _header.MessageId), committed)[..32];
        return Write(ByteList.Join(committed, commitment), storedContext, signed: flavor == 1);
    }

    private Dictionary<string, AttributeValue> Write(byte[] header, Dictionary<string, string> storedContext, bool signed)
    {
        var fieldKey = Derivation.FieldKey(Derivation.FieldRootKey(_dataKey, _header.MessageId), 0);
        var value = ByteList.Join(TypeIds.Of("S"), Gcm.Seal(fieldKey[..32], fieldKey[32..], CanonicalPath.Of(Table, "Ssn"), ByteList.Utf8(Forged)));
        var authenticated = ContextBytes.InRecord(ContextOf(_read, storedContext));
        var id = ByteList.Utf8(_read["Id"].S);
        var record = new ByteList().Add(header).AddNumber(8, (ulong)authenticated.Length).Add(authenticated);
        record.Add(CanonicalPath.Of(Table, "Id")).AddNumber(8, (ulong)id.Length).AddText("PLAINTEXT").Add(TypeIds.Of("S")).Add(id);
        record.Add(CanonicalPath.Of(Table, "Ssn")).AddNumber(8, (ulong)value.Length - 2).AddText("ENCRYPTED").Add(value);
        var hash = SHA384.HashData(record.ToArray());
        var tag = HMACSHA384.HashData(IntermediateKey.SigningKey(_intermediateKey), hash);
        return new()
        {
            ["Id"] = _read["Id"],
            ["Ssn"] = Binary(value),
            ["aws_dbe_head"] = Binary(header),
            ["aws_dbe_foot"] = Binary(signed ? ByteList.Join(tag, Sign(hash)) : tag),
        };
    }

    private byte[] Sign(byte[] hash)
    {
        byte[] signature;
        do
        {
            signature = _own.SignData(hash, HashAlgorithmName.SHA384, DSASignatureFormat.Rfc3279DerSequence);
        }
        while (signature.Length != SignatureLength);
        return signature;
    }

    private static AttributeValue Binary(byte[] bytes) => new() { B = new(bytes, 0, bytes.Length, writable: false, publiclyVisible: true) };
}
