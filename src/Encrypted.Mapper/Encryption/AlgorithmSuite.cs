namespace Encrypted.Mapper.Encryption;

/// <summary>The algorithm suites of the item format (wire format, section 3). The value is the suite's two-byte id.</summary>
public enum AlgorithmSuite
{
    /// <summary>
    /// <c>67 00</c>: AES-256-GCM, HKDF-SHA-512, key commitment, HMAC-SHA-384 for each recipient, no asymmetric signature.
    /// Whoever can read an item can also forge one.
    /// </summary>
    SymSigHmacSha384 = 0x6700,

    /// <summary>
    /// <c>67 01</c>, the default: as <see cref="SymSigHmacSha384"/>, with an ECDSA P-384 signature over each item.
    /// </summary>
    EcdsaP384SymSigHmacSha384 = 0x6701,
}
