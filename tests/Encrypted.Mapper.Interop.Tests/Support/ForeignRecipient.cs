using Encrypted.Mapper.IndependentReader;
using Encrypted.Mapper.IndependentReader.Recipients;
using Encrypted.Mapper.Keys;

namespace Encrypted.Mapper.Interop.Tests.Support;

/// <summary>
/// Opens the encrypted data keys of an item with a foreign keyring. The independent reader can't wait for it, so it reads
/// twice: once to find out what to ask, once with the answer. Nothing of the library's own has a part in it.
/// </summary>
internal sealed class ForeignRecipient : Recipient
{
    private (DataKeyEntry Entry, Dictionary<string, string> Context)? _question;
    private byte[]? _answer;

    public static async Task<Reading> ReadAsync(TableDescription table, ForeignKeyring keyring, Dictionary<string, Value> item)
    {
        var recipient = new ForeignRecipient();
        Assert.False(ItemReader.Read(table, recipient, item).Accepted);
        var (entry, context) = recipient._question!.Value;
        recipient._answer = await keyring.UnwrapAsync(new EncryptedDataKey(entry.ProviderId, entry.ProviderInfo, entry.Ciphertext), context);
        return ItemReader.Read(table, recipient, item);
    }

    protected override byte[]? TryOpenIntermediate(DataKeyEntry entry, byte[] providerPart, Dictionary<string, string> context)
    {
        _question = (entry, context);
        return _answer;
    }
}
