using System.Security.Cryptography;

namespace Encrypted.Mapper.IndependentReader.Recipients;

/// <summary>Keyrings, section 5.</summary>
public sealed class RawRsaRecipient : Recipient
{
    private readonly string keyNamespace;
    private readonly string name;
    private readonly string padding;
    private readonly string privateKeyPem;

    public RawRsaRecipient(string keyNamespace, string name, string padding, string privateKeyPem)
    {
        this.keyNamespace = keyNamespace;
        this.name = name;
        this.padding = padding;
        this.privateKeyPem = privateKeyPem;
    }

    protected override byte[]? TryOpenIntermediate(DataKeyEntry entry, byte[] providerPart, Dictionary<string, string> context)
    {
        if (entry.ProviderId != keyNamespace || ByteOrder.Instance.Compare(entry.ProviderInfo, ByteList.Utf8(name)) != 0)
        {
            return null;
        }

        using var rsa = RSA.Create();
        rsa.ImportFromPem(privateKeyPem);
        try
        {
            return rsa.Decrypt(providerPart, padding switch
            {
                "PKCS1" => RSAEncryptionPadding.Pkcs1,
                "OAEP_SHA1_MGF1" => RSAEncryptionPadding.OaepSHA1,
                "OAEP_SHA256_MGF1" => RSAEncryptionPadding.OaepSHA256,
                "OAEP_SHA384_MGF1" => RSAEncryptionPadding.OaepSHA384,
                "OAEP_SHA512_MGF1" => RSAEncryptionPadding.OaepSHA512,
                _ => throw new InvalidDataException("unknown padding " + padding),
            });
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
