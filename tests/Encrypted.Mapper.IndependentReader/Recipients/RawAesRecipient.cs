namespace Encrypted.Mapper.IndependentReader.Recipients;

/// <summary>Keyrings, section 4.</summary>
public sealed class RawAesRecipient : Recipient
{
    private readonly string keyNamespace;
    private readonly string name;
    private readonly byte[] wrappingKey;

    public RawAesRecipient(string keyNamespace, string name, byte[] wrappingKey)
    {
        this.keyNamespace = keyNamespace;
        this.name = name;
        this.wrappingKey = wrappingKey;
    }

    protected override byte[]? TryOpenIntermediate(DataKeyEntry entry, byte[] providerPart, Dictionary<string, string> context)
    {
        var expectedStart = new ByteList().AddText(name).AddNumber(4, 128).AddNumber(4, 12).ToArray();
        var matches = entry.ProviderId == keyNamespace
            && entry.ProviderInfo.Length == expectedStart.Length + 12
            && ByteOrder.Instance.Compare(entry.ProviderInfo[..expectedStart.Length], expectedStart) == 0;
        return matches
            ? Gcm.TryOpen(wrappingKey, entry.ProviderInfo[^12..], ContextBytes.InKeyWrapping(context), providerPart)
            : null;
    }
}
