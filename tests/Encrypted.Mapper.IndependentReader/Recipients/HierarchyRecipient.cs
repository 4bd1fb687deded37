using System.Security.Cryptography;

namespace Encrypted.Mapper.IndependentReader.Recipients;

/// <summary>Keyrings, section 10, over a fixed set of branch keys.</summary>
public sealed class HierarchyRecipient : Recipient
{
    private const string Family = "aws-kms-hierarchy";

    private readonly List<BranchKey> keys;
    private readonly string? idAttribute;

    /// <param name="keys">The branch keys.</param>
    /// <param name="idAttribute">The attribute of the encryption context's pseudo-item that names the branch key; without it there is one key.</param>
    public HierarchyRecipient(List<BranchKey> keys, string? idAttribute)
    {
        this.keys = keys;
        this.idAttribute = idAttribute;
    }

    protected override byte[]? TryOpenIntermediate(DataKeyEntry entry, byte[] providerPart, Dictionary<string, string> context)
    {
        var id = idAttribute is null ? keys[0].Id : SelectorContext.Of(context)[idAttribute].Text;
        if (entry.ProviderId != Family || ByteList.Text(entry.ProviderInfo) != id || providerPart.Length != 92)
        {
            return null;
        }

        var salt = providerPart[..16];
        var iv = providerPart[16..28];
        var version = providerPart[28..44];
        var key = keys.Find(k => k.Id == id && ByteOrder.Instance.Compare(VersionBytes(k), version) == 0);
        if (key is null)
        {
            return null;
        }

        var derivationInput = new ByteList().AddNumber(4, 1).AddText(Family).Add(0).Add(salt).AddNumber(4, 256).ToArray();
        var wrappingKey = HMACSHA256.HashData(key.Key, derivationInput);
        var authenticated = new ByteList().AddText(Family).AddText(id).Add(version).Add(ContextBytes.InKeyWrapping(context)).ToArray();
        return Gcm.TryOpen(wrappingKey, iv, authenticated, providerPart[44..]);
    }

    private static byte[] VersionBytes(BranchKey key) => Convert.FromHexString(key.Version.Replace("-", "", StringComparison.Ordinal));
}
