namespace Encrypted.Mapper.Encryption.Footer;

/// <summary>The lengths of a footer's parts (wire format, section 9).</summary>
internal static class FooterFormat
{
    /// <summary>The length of one recipient's tag, an HMAC-SHA-384.</summary>
    public const int TagLength = 48;

    public static int SignatureLength(AlgorithmSuite suite)
        => suite == AlgorithmSuite.EcdsaP384SymSigHmacSha384 ? Suites.EcdsaDer.Length : 0;
}
