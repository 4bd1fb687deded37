namespace Encrypted.Mapper.Testing;

/// <summary>What a key of <see cref="LocalKms"/> is.</summary>
public enum LocalKmsKeySpec
{
    /// <summary>A symmetric key, SYMMETRIC_DEFAULT: AES-256-GCM.</summary>
    Symmetric,

    /// <summary>An RSA key of 2048 bits for encryption.</summary>
    Rsa2048,

    /// <summary>An RSA key of 3072 bits for encryption.</summary>
    Rsa3072,

    /// <summary>An RSA key of 4096 bits for encryption.</summary>
    Rsa4096,
}
