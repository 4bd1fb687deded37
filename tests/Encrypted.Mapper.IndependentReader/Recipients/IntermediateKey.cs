namespace Encrypted.Mapper.IndependentReader.Recipients;

/// <summary>The two keys that come out of an intermediate key (keyrings, section 3).</summary>
public static class IntermediateKey
{
    public static byte[] SigningKey(byte[] intermediate)
        => Derivation.Hkdf32(intermediate, ByteList.Utf8("AWS_MPL_INTERMEDIATE_KEYWRAP_MAC"));

    public static byte[] EncryptionKey(byte[] intermediate)
        => Derivation.Hkdf32(intermediate, ByteList.Utf8("AWS_MPL_INTERMEDIATE_KEYWRAP_ENC"));
}
