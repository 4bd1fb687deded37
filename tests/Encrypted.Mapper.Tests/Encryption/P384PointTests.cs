using System.Security.Cryptography;
using Encrypted.Mapper.Encryption.Suites;
using Xunit;

namespace Encrypted.Mapper.Tests.Encryption;

public sealed class P384PointTests
{
    [Fact]
    public void A_point_survives_compression()
    {
        for (var i = 0; i < 8; i++)
        {
            using var key = ECDsa.Create(ECCurve.NamedCurves.nistP384);
            var point = key.ExportParameters(includePrivateParameters: false).Q;
            var compressed = new byte[P384Point.CompressedLength];
            P384Point.Compress(point, compressed);

            Assert.True(P384Point.TryDecompress(compressed, out var restored));
            Assert.Equal(point.X, restored.X);
            Assert.Equal(point.Y, restored.Y);
        }
    }

    [Theory]
    [InlineData("04", "00")]
    [InlineData("00", "00")]
    [InlineData("02", "fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffeffffffff0000000000000000ffffffff")]
    public void What_is_no_point_of_the_curve_is_refused(string sign, string x)
        => Assert.False(P384Point.TryDecompress(Convert.FromHexString(sign + x.PadLeft(96, '0')), out _));

    [Fact]
    public void About_half_of_all_x_have_no_point_and_none_of_those_is_accepted()
    {
        var accepted = 0;
        var compressed = new byte[P384Point.CompressedLength];
        for (var i = 0; i < 64; i++)
        {
            RandomNumberGenerator.Fill(compressed);
            compressed[0] = 2;
            if (P384Point.TryDecompress(compressed, out var point))
            {
                accepted++;
                using var imported = ECDsa.Create(new ECParameters { Curve = ECCurve.NamedCurves.nistP384, Q = point });
            }
        }

        Assert.InRange(accepted, 8, 56);
    }

    [Theory]
    [InlineData("not base64 at all")]
    [InlineData("")]
    public void A_verification_key_that_is_none_is_refused(string encoded)
        => Assert.Null(VerificationKey.TryParse(System.Text.Encoding.ASCII.GetBytes(encoded)));
}
