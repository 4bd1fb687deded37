namespace Encrypted.Mapper.Keys;

/// <summary>The paddings of a <see cref="KmsRsaKeyring"/> (keyrings, section 7).</summary>
public enum KmsRsaAlgorithm
{
    /// <summary><c>RSAES_OAEP_SHA_256</c>: OAEP with SHA-256 and MGF1 with SHA-256.</summary>
    OaepSha256,

    /// <summary><c>RSAES_OAEP_SHA_1</c>: OAEP with SHA-1 and MGF1 with SHA-1.</summary>
    OaepSha1,
}
