using System.Buffers.Binary;
using System.Security.Cryptography;
using Amazon.DynamoDBv2.Model;
using Encrypted.Mapper.Encryption.Canonical;
using Encrypted.Mapper.Encryption.Footer;
using Encrypted.Mapper.Encryption.Header;
using Encrypted.Mapper.Encryption.Suites;
using Encrypted.Mapper.Keys;
using Encrypted.Mapper.Model;

namespace Encrypted.Mapper.Encryption;

/// <summary>
/// One stored item on its way in (wire format, section 10, DecryptItem): begun with all checks that need no key, so that a
/// malformed item costs no key access, and finished with the data key. Nothing leaves before the last check.
/// </summary>
internal sealed class ItemDecryption : IDisposable
{
    private readonly ItemLayout _layout;
    private readonly Dictionary<string, AttributeValue> _item;
    private readonly SignedFields _fields;
    private readonly ItemHeader _header;
    private readonly byte[] _footer;
    private readonly VerificationKeyCache _verificationKeys;
    private VerificationKey? _verificationKey;
    private bool _verified;

    private ItemDecryption(ItemLayout layout, Dictionary<string, AttributeValue> item, ItemHeader header, byte[] footer, VerificationKeyCache verificationKeys)
    {
        _verificationKeys = verificationKeys;
        _layout = layout;
        _item = item;
        _header = header;
        _footer = footer;
        _fields = ItemFields.ForDecryption(layout, item);
    }

    public IReadOnlyList<EncryptedDataKey> EncryptedDataKeys => _header.EncryptedDataKeys;

    public DecryptionMaterials Materials { get; private set; } = null!;

    /// <exception cref="ItemVerificationException">A check failed that needs no key.</exception>
    /// <exception cref="InvalidItemException">A stored value isn't one of the format; the caller reports it as an unverifiable item.</exception>
    public static ItemDecryption Begin(ItemLayout layout, Dictionary<string, AttributeValue> item, VerificationKeyCache verificationKeys)
    {
        var header = HeaderReader.Read(StoredBinary.OfHeader(item, layout.Table), layout.Table);
        var decryption = new ItemDecryption(layout, item, header, StoredBinary.OfFooter(item, layout.Table), verificationKeys);
        try
        {
            decryption.ResolveLegend();
            decryption.PrepareMaterials();
            return decryption;
        }
        catch
        {
            decryption.Dispose();
            throw;
        }
    }

    /// <summary>Verifies everything, decrypts, and only then assembles the plain item.</summary>
    /// <exception cref="ItemVerificationException">A check failed.</exception>
    public VerifiedItem Finish()
    {
        if (!Materials.HasDataKey)
        {
            throw Error.DataKey(_layout.Table);
        }

        using var keys = new KeyDerivation(Materials.DataKey, _header.MessageId);
        Span<byte> commitment = stackalloc byte[ItemHeader.CommitmentLength];
        keys.Commit(_header.Body, commitment);
        if (!CryptographicOperations.FixedTimeEquals(commitment, _header.Commitment))
        {
            throw Error.Commitment(_layout.Table);
        }

        Span<byte> canonicalHash = stackalloc byte[CanonicalRecord.HashLength];
        CanonicalRecord.Hash(_header.Bytes, Materials.EncryptionContext, _fields.Buffer.Written, canonicalHash);
        VerifyFooter(canonicalHash);

        DecryptFields(keys);
        var item = Assemble();
        return new VerifiedItem(item, CollectUnknown(item));
    }

    public void Dispose()
    {
        _fields.Dispose();
        Materials?.Dispose();
        var key = _verificationKey;
        _verificationKey = null;
        if (key is not null && _verified)
        {
            _verificationKeys.Return(key);
        }
        else
        {
            key?.Dispose();
        }
    }

    private void ResolveLegend()
    {
        var fields = _fields.Fields;
        var legend = _header.Legend;
        if (fields.IsEmpty)
        {
            throw Error.NothingSigned(_layout.Table);
        }

        if (fields.Length != legend.Length)
        {
            throw fields.Length > legend.Length ? Error.AttributeAdded(_layout.Table) : Error.AttributeRemoved(_layout.Table);
        }

        for (var i = 0; i < fields.Length; i++)
        {
            ref var field = ref fields[i];
            field.Legend = legend[i];
            if (field.Legend != LegendSymbol.EncryptAndSign)
            {
                _fields.AppendPlaintext(ref field, toBeEncrypted: false, _layout.Table);
            }
            else if (!_fields.TryAppendCiphertext(ref field))
            {
                throw Error.NotBinary(_layout.Table, field.Attribute.PublicName);
            }
        }
    }

    private void PrepareMaterials()
    {
        using var context = new EncryptionContextBuilder();
        ContextAttributes.AddNames(context, _layout);
        if (_header.Version == 2)
        {
            ContextLegend.Add(context, _layout, _fields.Fields);
        }
        else
        {
            ContextAttributes.AddVersion1(context, _layout, _layout.PartitionKey, _item[_layout.PartitionKey.Name]);
            if (_layout.SortKey is { } sortKey)
            {
                ContextAttributes.AddVersion1(context, _layout, sortKey, _item[sortKey.Name]);
            }
        }

        AddStored(context);
        var built = context.Build() ?? throw Error.ContextMismatch(_layout.Table);
        RequireVerificationKey(built);
        Materials = new DecryptionMaterials(_header.Suite, built);
    }

    private void AddStored(EncryptionContextBuilder context)
    {
        foreach (var (key, value) in _header.StoredContext)
        {
            if (!context.TryAddStored(_header.Bytes.AsSpan(key), _header.Bytes.AsSpan(value)))
            {
                throw Error.ContextMismatch(_layout.Table);
            }
        }
    }

    private void RequireVerificationKey(EncryptionContext context)
    {
        var hasKey = context.TryGetValue(ContextKeys.PublicKey, out _);
        if (hasKey != (_header.Suite == AlgorithmSuite.EcdsaP384SymSigHmacSha384))
        {
            throw Error.PublicKey(_layout.Table);
        }
    }

    private void VerifyFooter(ReadOnlySpan<byte> canonicalHash)
    {
        var signature = FooterVerifier.VerifyTags(_footer, _header.EncryptedDataKeys.Length, Materials, canonicalHash, _layout.Table);
        if (!Materials.EncryptionContext.TryGetValue(ContextKeys.PublicKey, out var encoded))
        {
            return;
        }

        // Parsed no earlier, since it costs as much as verifying: only who holds a key gets as far as this.
        _verificationKey = _verificationKeys.Rent(encoded) ?? throw Error.PublicKey(_layout.Table);
        if (!_verificationKey.Verify(canonicalHash, signature))
        {
            throw Error.Signature(_layout.Table);
        }

        _verified = true;
    }

    private void DecryptFields(KeyDerivation keys)
    {
        using var large = FieldKeys.IsLarge(_fields.EncryptedCount) ? SecretBuffer.Rent(FieldKeys.LengthOf(_fields.EncryptedCount)) : null;
        using var fieldKeys = new FieldKeys(keys.FieldRootKey, large is null ? stackalloc byte[FieldKeys.LengthOf(_fields.EncryptedCount)] : large.Span);
        var ordinal = 0;
        foreach (ref readonly var field in _fields.Fields)
        {
            if (field.Legend == LegendSymbol.EncryptAndSign
                && !fieldKeys.TryDecrypt(ordinal++, _fields.Content(field), _fields.Tag(field), field.Attribute.Path))
            {
                throw Error.Ciphertext(_layout.Table, field.Attribute.PublicName);
            }
        }
    }

    private List<UnknownAttribute>? CollectUnknown(Dictionary<string, AttributeValue> item)
    {
        List<UnknownAttribute>? unknown = null;
        foreach (ref readonly var field in _fields.Fields)
        {
            if (field.Attribute.Action is null)
            {
                (unknown ??= []).Add(new(field.Attribute.Name, item[field.Attribute.Name], LegendSymbol.ToAction(field.Legend)));
            }
        }

        return unknown;
    }

    private Dictionary<string, AttributeValue> Assemble()
    {
        var result = new Dictionary<string, AttributeValue>(_item.Count);
        foreach (var (name, value) in _item)
        {
            if (!ReservedNames.IsFormatAttribute(name))
            {
                result.Add(name, value);
            }
        }

        foreach (ref readonly var field in _fields.Fields)
        {
            if (field.Legend == LegendSymbol.EncryptAndSign)
            {
                var typeId = BinaryPrimitives.ReadUInt16BigEndian(_fields.Stored(field));
                result[field.Attribute.Name] = ValueReader.Read(typeId, _fields.Content(field))
                    ?? throw Error.DecryptedValue(_layout.Table, field.Attribute.PublicName);
            }
        }

        return result;
    }
}
