using System.Security.Cryptography;
using Encrypted.Mapper.Encryption.Suites;
using Xunit;

namespace Encrypted.Mapper.Tests.Encryption;

/// <summary>Wire format, section 9: signatures of exactly 103 bytes.</summary>
public sealed class EcdsaDerTests
{
    [Fact]
    public void A_signature_verifies_as_standard_DER_of_103_bytes()
    {
        using var pair = new SigningKeyPair("", TimeProvider.System);
        using var ours = VerificationKey.TryParse(pair.EncodedPublicKey.Span)!;
        using var platform = ECDsa.Create(PlatformParameters(pair.EncodedPublicKey.Span));
        var hash = RandomNumberGenerator.GetBytes(48);
        var signature = new byte[EcdsaDer.Length];
        for (var i = 0; i < 8; i++)
        {
            pair.Sign(hash, signature);

            Assert.True(ours.Verify(hash, signature));
            Assert.True(platform.VerifyData(hash, signature, HashAlgorithmName.SHA384, DSASignatureFormat.Rfc3279DerSequence));
        }
    }

    [Fact]
    public void One_signing_almost_always_suffices()
    {
        const int signatures = 20_000;
        var encoded = 0;
        var scalars = new byte[2 * EcdsaDer.ScalarLength];
        var der = new byte[EcdsaDer.Length];
        for (var i = 0; i < signatures; i++)
        {
            RandomNumberGenerator.Fill(scalars);
            encoded += EcdsaDer.TryEncode(scalars, der) ? 1 : 0;
        }

        // One in 256 is too short; a twentieth of that margin is more than six standard deviations.
        Assert.InRange(encoded / (double)signatures, 1 - 1.6 / 256, 1 - 0.4 / 256);
    }

    [Fact]
    public void What_was_encoded_is_decoded_with_s_or_its_complement()
    {
        var der = new byte[EcdsaDer.Length];
        var decoded = new byte[2 * EcdsaDer.ScalarLength];
        for (var i = 0; i < 1_000; i++)
        {
            var scalars = RandomNumberGenerator.GetBytes(2 * EcdsaDer.ScalarLength);
            if (EcdsaDer.TryEncode(scalars, der))
            {
                Assert.True(EcdsaDer.TryDecode(der, decoded));
                Assert.Equal(scalars, decoded);
            }
        }
    }

    [Fact]
    public void Only_DER_is_accepted()
    {
        var scalars = new byte[2 * EcdsaDer.ScalarLength];
        Array.Fill(scalars, (byte)0x7F, 0, EcdsaDer.ScalarLength);
        Array.Fill(scalars, (byte)0x80, EcdsaDer.ScalarLength, EcdsaDer.ScalarLength);
        var der = new byte[EcdsaDer.Length];
        Assert.True(EcdsaDer.TryEncode(scalars, der));

        Assert.False(EcdsaDer.TryDecode(der.AsSpan(0, der.Length - 1), scalars));
        foreach (var (position, value) in new[] { (0, 0x31), (1, 0x66), (2, 0x03), (3, 0x2F), (3, 0x00), (3, 0xFF), (4, 0x80), (4, 0x00) })
        {
            var changed = der.ToArray();
            changed[position] = (byte)value;
            Assert.False(EcdsaDer.TryDecode(changed, scalars), $"byte {position} = {value}");
        }
    }

    private static ECParameters PlatformParameters(ReadOnlySpan<byte> encoded)
    {
        Assert.True(P384Point.TryDecompress(Convert.FromBase64String(System.Text.Encoding.ASCII.GetString(encoded)), out var point));
        return new ECParameters { Curve = ECCurve.NamedCurves.nistP384, Q = point };
    }
}
