namespace Encrypted.Mapper.Keys;

/// <summary>The paddings of a raw RSA keyring (keyrings, section 5).</summary>
public enum RawRsaPadding
{
    /// <summary>OAEP with SHA-256 and MGF1 with SHA-256.</summary>
    OaepSha256,

    /// <summary>OAEP with SHA-1 and MGF1 with SHA-1.</summary>
    OaepSha1,

    /// <summary>OAEP with SHA-384 and MGF1 with SHA-384.</summary>
    OaepSha384,

    /// <summary>OAEP with SHA-512 and MGF1 with SHA-512.</summary>
    OaepSha512,

    /// <summary>
    /// RSAES-PKCS1-v1_5, for items that were written with it. Padding errors aren't told apart from any other failure, but
    /// there is no reason to choose it for new items.
    /// </summary>
    Pkcs1,
}
