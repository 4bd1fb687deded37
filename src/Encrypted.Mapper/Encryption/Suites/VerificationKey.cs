using System.Buffers;
using System.Buffers.Text;
using System.Security.Cryptography;

namespace Encrypted.Mapper.Encryption.Suites;

/// <summary>The public key of the encryption context that an item of suite 67 01 is verified with.</summary>
internal sealed class VerificationKey : IDisposable
{
    private readonly ECDsa _ecdsa;

    private readonly byte[] _encoded;

    private VerificationKey(ECDsa ecdsa, byte[] encoded)
    {
        _ecdsa = ecdsa;
        _encoded = encoded;
    }

    /// <summary>The exact bytes that the key was parsed from.</summary>
    public ReadOnlySpan<byte> Encoded => _encoded;

    /// <summary>Parses the Base64 of a compressed point, or returns null if it isn't one of the curve.</summary>
    public static VerificationKey? TryParse(ReadOnlySpan<byte> encoded)
    {
        Span<byte> compressed = stackalloc byte[P384Point.CompressedLength];
        if (encoded.Length != Base64.GetMaxEncodedToUtf8Length(P384Point.CompressedLength)
            || Base64.DecodeFromUtf8(encoded, compressed, out _, out var written) != OperationStatus.Done
            || !P384Point.TryDecompress(compressed[..written], out var point))
        {
            return null;
        }

        try
        {
            return new(ECDsa.Create(new ECParameters { Curve = ECCurve.NamedCurves.nistP384, Q = point }), encoded.ToArray());
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    /// <summary>Verifies a signature of exactly 103 bytes over a canonical hash.</summary>
    public bool Verify(ReadOnlySpan<byte> canonicalHash, ReadOnlySpan<byte> der)
    {
        Span<byte> digest = stackalloc byte[SHA384.HashSizeInBytes];
        Span<byte> signature = stackalloc byte[2 * EcdsaDer.ScalarLength];
        if (!EcdsaDer.TryDecode(der, signature))
        {
            return false;
        }

        SHA384.HashData(canonicalHash, digest);
        return _ecdsa.VerifyHash(digest, signature, DSASignatureFormat.IeeeP1363FixedFieldConcatenation);
    }

    public void Dispose() => _ecdsa.Dispose();
}
