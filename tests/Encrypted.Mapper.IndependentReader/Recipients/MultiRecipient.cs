namespace Encrypted.Mapper.IndependentReader.Recipients;

/// <summary>Keyrings, section 9: several recipients, of whom the first to succeed decides.</summary>
public sealed class MultiRecipient : Recipient
{
    private readonly List<Recipient> recipients;

    public MultiRecipient(List<Recipient> recipients) => this.recipients = recipients;

    public override UnwrappedKey? TryUnwrap(List<DataKeyEntry> entries, Dictionary<string, string> context)
    {
        foreach (var recipient in recipients)
        {
            var key = recipient.TryUnwrap(entries, context);
            if (key is not null)
            {
                return key;
            }
        }

        return null;
    }

    protected override byte[]? TryOpenIntermediate(DataKeyEntry entry, byte[] providerPart, Dictionary<string, string> context) => null;
}
