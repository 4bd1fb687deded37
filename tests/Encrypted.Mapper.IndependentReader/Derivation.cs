using System.Security.Cryptography;

namespace Encrypted.Mapper.IndependentReader;

/// <summary>The key derivations of wire format section 3.1 and of intermediate key wrapping, written out from RFC 5869.</summary>
public static class Derivation
{
    /// <summary>HKDF with SHA-512 and no salt. One block gives 64 bytes, and nothing here needs more than 32.</summary>
    public static byte[] Hkdf32(byte[] inputKey, byte[] info)
    {
        var pseudoRandomKey = HMACSHA512.HashData(new byte[64], inputKey);
        var firstBlock = HMACSHA512.HashData(pseudoRandomKey, ByteList.Join(info, [1]));
        return firstBlock[..32];
    }

    public static byte[] CommitKey(byte[] dataKey, byte[] messageId)
        => Hkdf32(dataKey, new ByteList().AddText("AWS_DBE_COMMIT_KEY").Add(messageId).ToArray());

    public static byte[] FieldRootKey(byte[] dataKey, byte[] messageId)
        => Hkdf32(dataKey, new ByteList().AddText("AWS_DBE_DERIVE_KEY").Add(messageId).ToArray());

    /// <summary>44 bytes for the encrypted field with the given ordinal: cipher key (32), then IV (12).</summary>
    public static byte[] FieldKey(byte[] fieldRootKey, int ordinal)
    {
        using var aes = Aes.Create();
        aes.Key = fieldRootKey;
        var keystream = new ByteList();
        for (var block = 0; block < 3; block++)
        {
            var counter = new ByteList().AddText("AwsDbeField").Add(0x2C).AddNumber(4, (ulong)((3L * ordinal) + block)).ToArray();
            keystream.Add(aes.EncryptEcb(counter, PaddingMode.None));
        }

        return keystream.ToArray()[..44];
    }
}
