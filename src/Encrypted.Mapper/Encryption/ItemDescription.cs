using Encrypted.Mapper.Encryption.Canonical;
using Encrypted.Mapper.Encryption.Header;
using Encrypted.Mapper.Keys;
using Encrypted.Mapper.Model;

namespace Encrypted.Mapper.Encryption;

/// <summary>What an item's header says of itself (wire format, section 4). It is unauthenticated, and says nothing about whether the item verifies.</summary>
public sealed class ItemDescription
{
    internal ItemDescription(ItemHeader header)
    {
        HeaderVersion = header.Version;
        AlgorithmSuite = header.Suite;
        MessageId = header.MessageId.ToArray();
        Legend = Array.ConvertAll(header.Legend.ToArray(), LegendSymbol.ToAction);
        EncryptedDataKeys = header.EncryptedDataKeys;
        var context = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (key, value) in header.StoredContext)
        {
            context.Add(Utf8Text.Strict.GetString(header.Bytes.AsSpan(key)), Utf8Text.Strict.GetString(header.Bytes.AsSpan(value)));
        }

        StoredEncryptionContext = context;
    }

    /// <summary>The header's version: 1, or 2 when attributes are part of the encryption context.</summary>
    public int HeaderVersion { get; }

    /// <summary>The suite that the item was written with.</summary>
    public AlgorithmSuite AlgorithmSuite { get; }

    /// <summary>The item's random message id, 32 bytes.</summary>
    public ReadOnlyMemory<byte> MessageId { get; }

    /// <summary>How each signed attribute was protected, in canonical order: by length of name in UTF-16, then by its UTF-8 bytes.</summary>
    public IReadOnlyList<CryptoAction> Legend { get; }

    /// <summary>The part of the encryption context that the header stores: with a signing suite the verification key.</summary>
    public IReadOnlyDictionary<string, string> StoredEncryptionContext { get; }

    /// <summary>The encrypted data keys, one for each recipient.</summary>
    public IReadOnlyList<EncryptedDataKey> EncryptedDataKeys { get; }
}
