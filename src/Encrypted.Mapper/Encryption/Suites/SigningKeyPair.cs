using System.Buffers.Text;
using System.Security.Cryptography;

namespace Encrypted.Mapper.Encryption.Suites;

/// <summary>The ECDSA P-384 key pair that signs items of suite 67 01 (wire format, section 9). Its public key travels in the encryption context.</summary>
internal sealed class SigningKeyPair : IDisposable
{
    private readonly ECDsa _ecdsa = ECDsa.Create(ECCurve.NamedCurves.nistP384);

    public SigningKeyPair(string? scope, TimeProvider time)
    {
        Scope = scope;
        CreatedAt = time.GetTimestamp();
        CreatedUtc = time.GetUtcNow();

        Span<byte> compressed = stackalloc byte[P384Point.CompressedLength];
        P384Point.Compress(_ecdsa.ExportParameters(includePrivateParameters: false).Q, compressed);
        var encoded = new byte[Base64.GetMaxEncodedToUtf8Length(compressed.Length)];
        Base64.EncodeToUtf8(compressed, encoded, out _, out _);
        EncodedPublicKey = encoded;
    }

    /// <summary>The compressed public point in Base64, as the encryption context holds it.</summary>
    public ReadOnlyMemory<byte> EncodedPublicKey { get; }

    /// <summary>Whose items the pair may sign, or <see langword="null"/> for one item alone.</summary>
    public string? Scope { get; }

    public long CreatedAt { get; }

    public DateTimeOffset CreatedUtc { get; }

    /// <summary>The number of items that the pair has served.</summary>
    public int Items { get; set; }

    /// <summary>The number of signatures made, those of a wrong length included.</summary>
    public int Signatures { get; private set; }

    /// <summary>Signs a canonical hash.</summary>
    /// <param name="canonicalHash">The 48 bytes of the hash. They are the message, and are hashed once more.</param>
    /// <param name="destination">103 bytes.</param>
    public void Sign(ReadOnlySpan<byte> canonicalHash, Span<byte> destination)
    {
        Span<byte> digest = stackalloc byte[SHA384.HashSizeInBytes];
        Span<byte> signature = stackalloc byte[2 * EcdsaDer.ScalarLength];
        SHA384.HashData(canonicalHash, digest);
        do
        {
            Signatures++;
            _ecdsa.SignHash(digest, signature, DSASignatureFormat.IeeeP1363FixedFieldConcatenation);
        }
        while (!EcdsaDer.TryEncode(signature, destination));
    }

    public void Dispose() => _ecdsa.Dispose();
}
