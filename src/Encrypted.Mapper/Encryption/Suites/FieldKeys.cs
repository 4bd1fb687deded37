using System.Buffers.Binary;
using System.Security.Cryptography;
using Encrypted.Mapper.Keys;

namespace Encrypted.Mapper.Encryption.Suites;

/// <summary>
/// The keys and IVs of an item's encrypted fields: consecutive pieces of one AES-256-CTR keystream (wire format, section 3.1).
/// The counter never leaves its last four bytes, so that the keystream of all fields is one ECB call over counter blocks.
/// </summary>
internal readonly ref struct FieldKeys
{
    private const int BlockLength = 16;
    private const int BlocksPerField = 3;
    private const int FieldLength = BlocksPerField * BlockLength;
    private const int KeyLength = 32;
    private const int NonceLength = 12;
    private const int MaxFieldsOnStack = 32;

    private readonly Span<byte> _keystream;

    /// <summary>Derives the keys of as many fields as the memory has room for. It must be memory that the collector doesn't move; it is zeroed on dispose.</summary>
    public FieldKeys(SecretBuffer fieldRootKey, Span<byte> memory)
    {
        _keystream = memory;
        for (var i = 0; i < memory.Length / BlockLength; i++)
        {
            var block = memory.Slice(i * BlockLength, BlockLength);
            "AwsDbeField,"u8.CopyTo(block);
            BinaryPrimitives.WriteInt32BigEndian(block[^sizeof(int)..], i);
        }

        if (memory.IsEmpty)
        {
            return;
        }

        using var aes = Aes.Create();
#if NET10_0_OR_GREATER
        aes.SetKey(fieldRootKey.Span);
#else
        aes.Key = fieldRootKey.Bytes;
#endif
        aes.EncryptEcb(memory, memory, PaddingMode.None);
    }

    /// <summary>The memory that the keys of so many fields take.</summary>
    public static int LengthOf(int fieldCount) => checked(fieldCount * FieldLength);

    /// <summary>Whether that is more than should lie on the stack.</summary>
    public static bool IsLarge(int fieldCount) => fieldCount > MaxFieldsOnStack;

    /// <summary>Encrypts a field's content in place. The additional authenticated data is the attribute's canonical path (section 6).</summary>
    public void Encrypt(int ordinal, Span<byte> content, Span<byte> tag, ReadOnlySpan<byte> path)
    {
        var field = Field(ordinal);
        using var gcm = new AesGcm(field[..KeyLength], tag.Length);
        gcm.Encrypt(field.Slice(KeyLength, NonceLength), content, content, tag, path);
    }

    /// <summary>Decrypts a field's content in place. Returns false if the tag doesn't fit.</summary>
    public bool TryDecrypt(int ordinal, Span<byte> content, ReadOnlySpan<byte> tag, ReadOnlySpan<byte> path)
    {
        var field = Field(ordinal);
        using var gcm = new AesGcm(field[..KeyLength], tag.Length);
        try
        {
            gcm.Decrypt(field.Slice(KeyLength, NonceLength), content, tag, content, path);
            return true;
        }
        catch (AuthenticationTagMismatchException)
        {
            return false;
        }
    }

    public void Dispose() => CryptographicOperations.ZeroMemory(_keystream);

    private ReadOnlySpan<byte> Field(int ordinal) => _keystream.Slice(ordinal * FieldLength, KeyLength + NonceLength);
}
