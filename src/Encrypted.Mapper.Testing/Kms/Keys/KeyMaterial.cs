using System.Security.Cryptography;
using Encrypted.Mapper.Keys;

namespace Encrypted.Mapper.Testing.Kms;

/// <summary>The secret of a key, which the replicas of a multi-Region key share: 32 bytes for AES, or an RSA key in PKCS #8.</summary>
internal sealed class KeyMaterial : IDisposable
{
    private const int AesLength = 32;

    public KeyMaterial(LocalKmsKeySpec spec, string id, HeldKey secret)
    {
        Spec = spec;
        Id = id;
        Secret = secret;
    }

    public LocalKmsKeySpec Spec { get; }

    /// <summary>The service's name for it: 64 hexadecimal digits.</summary>
    public string Id { get; }

    public HeldKey Secret { get; }

    public bool IsSymmetric => Spec == LocalKmsKeySpec.Symmetric;

    public static KeyMaterial Create(LocalKmsKeySpec spec)
    {
        var id = RandomNumberGenerator.GetHexString(64, lowercase: true);
        var secret = spec == LocalKmsKeySpec.Symmetric ? RandomNumberGenerator.GetBytes(AesLength) : NewRsa(spec);
        try
        {
            return new(spec, id, new HeldKey(secret));
        }
        finally
        {
            CryptographicOperations.ZeroMemory(secret);
        }
    }

    /// <summary>The RSA key for one operation.</summary>
    public RSA OpenRsa()
    {
        using var secret = Secret.Use();
        var rsa = RSA.Create();
        rsa.ImportPkcs8PrivateKey(secret.Span, out _);
        return rsa;
    }

    public void Dispose() => Secret.Dispose();

    private static byte[] NewRsa(LocalKmsKeySpec spec)
    {
        using var rsa = RSA.Create(spec switch { LocalKmsKeySpec.Rsa2048 => 2048, LocalKmsKeySpec.Rsa3072 => 3072, _ => 4096 });
        return rsa.ExportPkcs8PrivateKey();
    }
}
