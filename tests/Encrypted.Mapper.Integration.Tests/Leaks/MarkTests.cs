using System.Text;

namespace Encrypted.Mapper.Integration.Tests.Leaks;

/// <summary>The leak test is worth what its search finds.</summary>
public sealed class MarkTests
{
    private const string Secret = "planted-secret-0123456789";

    private static readonly Mark s_mark = Mark.OfText("test", Secret);

    [Theory]
    [InlineData("plain")]
    [InlineData("upper case")]
    [InlineData("hex")]
    [InlineData("dashed hex")]
    [InlineData("base64")]
    [InlineData("base64 after one byte")]
    [InlineData("base64 after two bytes")]
    [InlineData("base64 of UTF-16")]
    [InlineData("decimal bytes")]
    public void A_mark_is_found_in_text(string form)
    {
        var utf8 = Encoding.UTF8.GetBytes(Secret);
        var text = form switch
        {
            "plain" => Secret,
            "upper case" => Secret.ToUpperInvariant(),
            "hex" => Convert.ToHexString(utf8).ToLowerInvariant(),
            "dashed hex" => BitConverter.ToString(utf8),
            "base64" => Convert.ToBase64String([.. utf8, 7]),
            "base64 after one byte" => Convert.ToBase64String([9, .. utf8]),
            "base64 after two bytes" => Convert.ToBase64String([9, 9, .. utf8, 1, 2]),
            "base64 of UTF-16" => Convert.ToBase64String(Encoding.Unicode.GetBytes(Secret)),
            _ => string.Join(", ", utf8),
        };

        Assert.True(s_mark.IsIn("before " + text + " after"));
        Assert.True(s_mark.IsIn(Encoding.UTF8.GetBytes("before " + text + " after")));
    }

    [Fact]
    public void A_mark_is_found_in_bytes_of_any_encoding_and_not_where_it_is_not()
    {
        Assert.True(s_mark.IsIn([1, .. Encoding.UTF8.GetBytes(Secret), 2]));
        Assert.True(s_mark.IsIn([1, .. Encoding.Unicode.GetBytes(Secret), 2]));
        Assert.True(s_mark.IsIn([1, .. Encoding.BigEndianUnicode.GetBytes(Secret), 2]));
        Assert.False(s_mark.IsIn(Encoding.UTF8.GetBytes("planted-secret-something-else")));
        Assert.False(s_mark.IsIn("planted-secret"));
    }
}
