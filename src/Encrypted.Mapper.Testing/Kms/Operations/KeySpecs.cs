namespace Encrypted.Mapper.Testing.Kms;

/// <summary>Key specs and their algorithms, as the protocol spells them.</summary>
internal static class KeySpecs
{
    public const string SymmetricDefault = "SYMMETRIC_DEFAULT";
    public const string OaepSha1 = "RSAES_OAEP_SHA_1";
    public const string OaepSha256 = "RSAES_OAEP_SHA_256";

    private static readonly string[] s_symmetric = [SymmetricDefault];
    private static readonly string[] s_rsa = [OaepSha1, OaepSha256];

    public static LocalKmsKeySpec Parse(string text) => text switch
    {
        SymmetricDefault => LocalKmsKeySpec.Symmetric,
        "RSA_2048" => LocalKmsKeySpec.Rsa2048,
        "RSA_3072" => LocalKmsKeySpec.Rsa3072,
        "RSA_4096" => LocalKmsKeySpec.Rsa4096,
        _ => throw KmsServiceException.Validation("1 validation error detected: Value at 'keySpec' failed to satisfy constraint: this server has the key specs SYMMETRIC_DEFAULT, RSA_2048, RSA_3072, RSA_4096"),
    };

    public static string TextOf(LocalKmsKeySpec spec) => spec switch
    {
        LocalKmsKeySpec.Symmetric => SymmetricDefault,
        LocalKmsKeySpec.Rsa2048 => "RSA_2048",
        LocalKmsKeySpec.Rsa3072 => "RSA_3072",
        _ => "RSA_4096",
    };

    public static string[] AlgorithmsOf(LocalKmsKeySpec spec) => spec == LocalKmsKeySpec.Symmetric ? s_symmetric : s_rsa;
}
