namespace Encrypted.Mapper.IndependentReader.Recipients;

/// <summary>Somebody who may hold the key to one of a header's encrypted data keys.</summary>
public abstract class Recipient
{
    private const int WrappedDataKeyLength = 48;

    /// <summary>Tries the entries in their order.</summary>
    /// <returns>The first key that opens, or <see langword="null"/>.</returns>
    public virtual UnwrappedKey? TryUnwrap(List<DataKeyEntry> entries, Dictionary<string, string> context)
    {
        for (var i = 0; i < entries.Count; i++)
        {
            var ciphertext = entries[i].Ciphertext;
            if (ciphertext.Length <= WrappedDataKeyLength)
            {
                continue;
            }

            var intermediate = TryOpenIntermediate(entries[i], ciphertext[WrappedDataKeyLength..], context);
            if (intermediate is not { Length: 32 })
            {
                continue;
            }

            var keyEncryptionKey = IntermediateKey.EncryptionKey(intermediate);
            var dataKey = Gcm.TryOpen(keyEncryptionKey, new byte[12], ContextBytes.InKeyWrapping(context), ciphertext[..WrappedDataKeyLength]);
            if (dataKey is { Length: 32 })
            {
                return new UnwrappedKey(dataKey, IntermediateKey.SigningKey(intermediate), i);
            }
        }

        return null;
    }

    /// <summary>Opens the family's own part of an entry, when the entry is meant for this recipient.</summary>
    protected abstract byte[]? TryOpenIntermediate(DataKeyEntry entry, byte[] providerPart, Dictionary<string, string> context);
}
