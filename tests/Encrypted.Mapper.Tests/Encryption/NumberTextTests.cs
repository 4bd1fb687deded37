using System.Text;
using Encrypted.Mapper.Encryption.Canonical;
using Xunit;

namespace Encrypted.Mapper.Tests.Encryption;

/// <summary>Wire format, section 7.3.</summary>
public sealed class NumberTextTests
{
    [Theory]
    [InlineData("1.2e2", "120")]
    [InlineData(".5", "0.5")]
    [InlineData("5.", "5")]
    [InlineData("-0.0", "0")]
    [InlineData("+0e999", "0")]
    [InlineData(".000", "0")]
    [InlineData("00012.3400", "12.34")]
    [InlineData("0800.000e0", "800")]
    [InlineData("-12.30e-3", "-0.0123")]
    [InlineData("1e-0000000000000000000000005", "0.00001")]
    [InlineData("0.0012e3", "1.2")]
    [InlineData("100.05", "100.05")]
    [InlineData("12345678901234567890123456789012345678", "12345678901234567890123456789012345678")]
    [InlineData("0.00000000000000000000000000000000000012345678901234567890123456789012345678000", "0.00000000000000000000000000000000000012345678901234567890123456789012345678")]
    public void Every_spelling_has_one_normal_form(string given, string expected)
    {
        Assert.Equal(NumberStatus.Ok, Normalize(given, out var normalised));
        Assert.Equal(expected, normalised);
    }

    [Fact]
    public void The_limits_of_the_range_are_inside_it()
    {
        Assert.Equal(NumberStatus.Ok, Normalize("-1E-130", out var smallest));
        Assert.Equal("-0." + new string('0', 129) + "1", smallest);
        Assert.Equal(NumberStatus.Ok, Normalize("9.9999999999999999999999999999999999999E+125", out var largest));
        Assert.Equal(new string('9', 38) + new string('0', 88), largest);
        Assert.Equal(NumberStatus.Ok, Normalize("-1.2345678901234567890123456789012345678E-130", out var longest));
        Assert.Equal(NumberText.MaxLength, longest.Length);
    }

    [Theory]
    [InlineData("1E+126", (int)NumberStatus.OutOfRange)]
    [InlineData("9.99E-131", (int)NumberStatus.OutOfRange)]
    [InlineData("1e99999999999999999999999", (int)NumberStatus.OutOfRange)]
    [InlineData("1e-99999999999999999999999", (int)NumberStatus.OutOfRange)]
    [InlineData("111111111111111111111111111111111111111", (int)NumberStatus.TooManyDigits)]
    [InlineData("100000000000000000000000000000000000001", (int)NumberStatus.TooManyDigits)]
    [InlineData("", (int)NumberStatus.Malformed)]
    [InlineData(".", (int)NumberStatus.Malformed)]
    [InlineData("+", (int)NumberStatus.Malformed)]
    [InlineData("1e", (int)NumberStatus.Malformed)]
    [InlineData("e9", (int)NumberStatus.Malformed)]
    [InlineData("--1", (int)NumberStatus.Malformed)]
    [InlineData("1.2.3", (int)NumberStatus.Malformed)]
    [InlineData("1.-2", (int)NumberStatus.Malformed)]
    [InlineData("1 ", (int)NumberStatus.Malformed)]
    [InlineData("NaN", (int)NumberStatus.Malformed)]
    [InlineData("١", (int)NumberStatus.Malformed)]
    public void What_is_no_storable_number_is_told_apart(string given, int expected)
        => Assert.Equal((NumberStatus)expected, Normalize(given, out _));

    private static NumberStatus Normalize(string text, out string normalised)
    {
        var bytes = new byte[NumberText.MaxLength];
        var status = NumberText.Normalize(text, bytes, out var written);
        normalised = Encoding.ASCII.GetString(bytes, 0, written);
        return status;
    }
}
