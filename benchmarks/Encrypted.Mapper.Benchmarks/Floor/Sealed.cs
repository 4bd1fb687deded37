using System.Security.Cryptography;

namespace Encrypted.Mapper.Benchmarks.Floor;

/// <summary>A ciphertext with its tag and the data it authenticates, in memory that is used again and again.</summary>
internal sealed class Sealed
{
    public const int TagLength = 16;

    private static readonly byte[] Nonce = new byte[12];

    private readonly byte[] _ciphertext;
    private readonly byte[] _tag = new byte[TagLength];
    private readonly byte[] _associatedData;

    private Sealed(int length, byte[] associatedData)
    {
        _ciphertext = new byte[length];
        _associatedData = associatedData;
    }

    public static Sealed Create(AesGcm key, int length, byte[] associatedData)
    {
        var result = new Sealed(length, associatedData);
        result.Seal(key, new byte[length]);
        return result;
    }

    public void Seal(AesGcm key, ReadOnlySpan<byte> plaintext)
        => key.Encrypt(Nonce, plaintext[.._ciphertext.Length], _ciphertext, _tag, _associatedData);

    public void Open(AesGcm key, Span<byte> plaintext)
        => key.Decrypt(Nonce, _ciphertext, _tag, plaintext[.._ciphertext.Length], _associatedData);
}
