using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Encrypted.Mapper.Testing.Kms;

/// <summary>
/// The ciphertext of a symmetric key, in a format of this server's own: <c>LKMS</c>, a version byte, the length of the
/// key's account and id in a byte, these two as <c>account/id</c>, a nonce, AES-256-GCM ciphertext and tag. All that
/// stands before the nonce is authenticated, with the key's ARN (for a multi-Region key without its Region) and the
/// encryption context.
/// </summary>
internal static class CiphertextBlob
{
    private const int NonceLength = 12;
    private const int TagLength = 16;
    private const int KeyNameOffset = 6;

    private static ReadOnlySpan<byte> Magic => "LKMS\u0001"u8;

    public static byte[] Seal(KmsKey key, ReadOnlySpan<byte> plaintext, IReadOnlyDictionary<string, string> context)
    {
        var name = Encoding.UTF8.GetBytes($"{key.Arn.Account}/{key.Arn.Id}");
        var header = KeyNameOffset + name.Length;
        var blob = new byte[header + NonceLength + plaintext.Length + TagLength];
        Magic.CopyTo(blob);
        blob[Magic.Length] = checked((byte)name.Length);
        name.CopyTo(blob, KeyNameOffset);
        var nonce = blob.AsSpan(header, NonceLength);
        RandomNumberGenerator.Fill(nonce);

        using var secret = key.Material.Secret.Use();
        using var aes = new AesGcm(secret.Span, TagLength);
        aes.Encrypt(nonce, plaintext, blob.AsSpan(header + NonceLength, plaintext.Length), blob.AsSpan(blob.Length - TagLength), Bound(key, blob.AsSpan(0, header), context));
        return blob;
    }

    /// <exception cref="KmsServiceException">The blob, its key or the encryption context isn't what was sealed.</exception>
    public static byte[] Open(KmsKey key, ReadOnlySpan<byte> blob, IReadOnlyDictionary<string, string> context)
    {
        var header = HeaderLength(blob);
        var plaintext = new byte[blob.Length - header - NonceLength - TagLength];
        try
        {
            using var secret = key.Material.Secret.Use();
            using var aes = new AesGcm(secret.Span, TagLength);
            aes.Decrypt(blob.Slice(header, NonceLength), blob.Slice(header + NonceLength, plaintext.Length), blob[^TagLength..], plaintext, Bound(key, blob[..header], context));
            return plaintext;
        }
        catch (AuthenticationTagMismatchException)
        {
            throw KmsServiceException.InvalidCiphertext();
        }
    }

    /// <summary>The account and id of the key that the blob names, before anything of it is authenticated.</summary>
    public static (string Account, string Id) KeyOf(ReadOnlySpan<byte> blob)
    {
        var name = Encoding.UTF8.GetString(blob[KeyNameOffset..HeaderLength(blob)]).Split('/');
        return name.Length == 2 ? (name[0], name[1]) : throw KmsServiceException.InvalidCiphertext();
    }

    private static int HeaderLength(ReadOnlySpan<byte> blob)
    {
        if (blob.Length < KeyNameOffset || !blob.StartsWith(Magic))
        {
            throw KmsServiceException.InvalidCiphertext();
        }

        var header = KeyNameOffset + blob[Magic.Length];
        return blob.Length >= header + NonceLength + TagLength ? header : throw KmsServiceException.InvalidCiphertext();
    }

    // Every text is preceded by its length, so that no two contexts have the same bytes.
    private static byte[] Bound(KmsKey key, ReadOnlySpan<byte> header, IReadOnlyDictionary<string, string> context)
    {
        var bytes = new List<byte>(256);
        bytes.AddRange(header);
        Add(bytes, key.BoundName);
        foreach (var (name, value) in context)
        {
            Add(bytes, name);
            Add(bytes, value);
        }

        return [.. bytes];
    }

    private static void Add(List<byte> bytes, string text)
    {
        var utf8 = Encoding.UTF8.GetBytes(text);
        Span<byte> length = stackalloc byte[sizeof(int)];
        BinaryPrimitives.WriteInt32BigEndian(length, utf8.Length);
        bytes.AddRange(length);
        bytes.AddRange(utf8);
    }
}
