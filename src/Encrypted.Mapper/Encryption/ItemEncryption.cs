using Amazon.DynamoDBv2.Model;
using Encrypted.Mapper.Encryption.Canonical;
using Encrypted.Mapper.Encryption.Footer;
using Encrypted.Mapper.Encryption.Header;
using Encrypted.Mapper.Encryption.Suites;
using Encrypted.Mapper.Keys;
using Encrypted.Mapper.Model;

namespace Encrypted.Mapper.Encryption;

/// <summary>
/// One item on its way out (wire format, section 10, EncryptItem): begun before the keyring is asked, so that an item that
/// can't be written costs no key access, and finished with the materials that the keyring completed.
/// </summary>
internal sealed class ItemEncryption : IDisposable
{
    private readonly ItemLayout _layout;
    private readonly Dictionary<string, AttributeValue> _item;
    private readonly SignedFields _fields;
    private readonly SigningKeyCache _signingKeys;
    private SigningKeyPair? _signingKey;
    private bool _hasContextAttributes;

    private ItemEncryption(ItemLayout layout, Dictionary<string, AttributeValue> item, SignedFields fields, SigningKeyCache signingKeys)
    {
        _hasContextAttributes = layout.HasContextAttributes;
        _signingKeys = signingKeys;
        _layout = layout;
        _item = item;
        _fields = fields;
    }

    public EncryptionMaterials Materials { get; private set; } = null!;

    /// <exception cref="InvalidItemException">The item can't be written.</exception>
    public static ItemEncryption Begin(
        ItemLayout layout,
        AlgorithmSuite suite,
        Dictionary<string, AttributeValue> item,
        IReadOnlyDictionary<string, CryptoAction>? unknown,
        SigningKeyCache signingKeys,
        ISigningScope? scope)
    {
        var encryption = new ItemEncryption(layout, item, ItemFields.ForEncryption(layout, item, unknown), signingKeys);
        try
        {
            encryption.SerialiseFields();
            encryption.PrepareMaterials(suite, scope);
            return encryption;
        }
        catch
        {
            encryption.Dispose();
            throw;
        }
    }

    /// <summary>Encrypts, signs and assembles the protected item.</summary>
    public Dictionary<string, AttributeValue> Finish()
    {
        Span<byte> messageId = stackalloc byte[ItemHeader.MessageIdLength];
        Materials.FillRandom(messageId);
        using var keys = new KeyDerivation(Materials.DataKey, messageId);
        var header = WriteHeader(messageId, keys);
        EncryptFields(keys);

        Span<byte> canonicalHash = stackalloc byte[CanonicalRecord.HashLength];
        CanonicalRecord.Hash(header, Materials.EncryptionContext, _fields.Buffer.Written, canonicalHash);
        var footer = FooterWriter.Write(Materials, _signingKey, canonicalHash);
        return Assemble(header, footer);
    }

    public void Dispose()
    {
        _fields.Dispose();
        Materials?.Dispose();
        if (_signingKey is { } signingKey)
        {
            _signingKey = null;
            _signingKeys.Return(signingKey);
        }
    }

    private void SerialiseFields()
    {
        var fields = _fields.Fields;
        if (fields.Length > ushort.MaxValue)
        {
            throw Error.TooManyAttributes(_layout.Table);
        }

        // An attribute that only the item has may be in the encryption context: then the keys are, too.
        var keysJoin = !_hasContextAttributes && HasContextField(fields);
        _hasContextAttributes |= keysJoin;
        for (var i = 0; i < fields.Length; i++)
        {
            ref var field = ref fields[i];
            field.Legend = keysJoin && _layout.IsKey(field.Attribute) ? LegendSymbol.SignAndInclude : LegendSymbol.Of(field.Attribute.Action!.Value);
            _fields.AppendPlaintext(ref field, field.Legend == LegendSymbol.EncryptAndSign, _layout.Table);
        }
    }

    private static bool HasContextField(ReadOnlySpan<SignedField> fields)
    {
        foreach (ref readonly var field in fields)
        {
            if (field.Attribute.Action == CryptoAction.SignAndIncludeInEncryptionContext)
            {
                return true;
            }
        }

        return false;
    }

    private void PrepareMaterials(AlgorithmSuite suite, ISigningScope? scope)
    {
        using var context = new EncryptionContextBuilder();
        ContextAttributes.AddNames(context, _layout);
        if (_hasContextAttributes)
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

        if (suite == AlgorithmSuite.EcdsaP384SymSigHmacSha384)
        {
            _signingKey = _signingKeys.Rent(scope?.SigningScope(Build(context)));
            context.TryAdd(ContextKeys.PublicKey, _signingKey.EncodedPublicKey.Span);
        }

        Materials = new EncryptionMaterials(suite, Build(context));
    }

    private EncryptionContext Build(EncryptionContextBuilder context)
        => context.Build() ?? throw Error.ContextSize(new(_layout.Table, AttributeLocation.Unknown));

    private byte[] WriteHeader(ReadOnlySpan<byte> messageId, KeyDerivation keys)
    {
        using var buffer = new ScratchBuffer();
        HeaderWriter.Write(buffer, _hasContextAttributes ? 2 : 1, Materials, messageId, _fields.Fields);
        var header = new byte[buffer.Length + ItemHeader.CommitmentLength];
        buffer.Written.CopyTo(header);
        keys.Commit(buffer.Written, header.AsSpan(buffer.Length));
        return header;
    }

    private void EncryptFields(KeyDerivation keys)
    {
        using var large = FieldKeys.IsLarge(_fields.EncryptedCount) ? SecretBuffer.Rent(FieldKeys.LengthOf(_fields.EncryptedCount)) : null;
        using var fieldKeys = new FieldKeys(keys.FieldRootKey, large is null ? stackalloc byte[FieldKeys.LengthOf(_fields.EncryptedCount)] : large.Span);
        var ordinal = 0;
        foreach (ref readonly var field in _fields.Fields)
        {
            if (field.Legend == LegendSymbol.EncryptAndSign)
            {
                fieldKeys.Encrypt(ordinal++, _fields.Content(field), _fields.Tag(field), field.Attribute.Path);
            }
        }
    }

    private Dictionary<string, AttributeValue> Assemble(byte[] header, byte[] footer)
    {
        var result = new Dictionary<string, AttributeValue>(_item.Count + 2);
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
                result[field.Attribute.Name] = ToBinary(_fields.Stored(field).ToArray());
            }
        }

        result.Add(ReservedNames.Header, ToBinary(header));
        result.Add(ReservedNames.Footer, ToBinary(footer));
        return result;
    }

    private static AttributeValue ToBinary(byte[] bytes) => new() { B = BinaryContent.ToStream(bytes) };
}
