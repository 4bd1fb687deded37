using Amazon.DynamoDBv2.Model;
using Encrypted.Mapper.Keys;
using Xunit;

namespace Encrypted.Mapper.Tests.Keys;

public sealed class AttributeBranchKeySelectorTests
{
    private static readonly AttributeBranchKeySelector s_selector = new("tenant");

    [Theory]
    [InlineData("acme")]
    [InlineData(" 007 ")]
    [InlineData("mü-日本")]
    public void A_string_is_the_id_as_it_stands(string text) => Assert.Equal(text, Select(new() { S = text }));

    [Theory]
    [InlineData("7", "7")]
    [InlineData("7.0", "7")]
    [InlineData("+7e2", "700")]
    [InlineData("-0.50", "-0.5")]
    [InlineData("12345678901234567890123456789012345678", "12345678901234567890123456789012345678")]
    public void A_number_is_the_id_in_plain_notation(string number, string id) => Assert.Equal(id, Select(new() { N = number }));

    public static TheoryData<string> Kinds => [.. Unfit.Keys];

    private static Dictionary<string, AttributeValue> Unfit { get; } = new()
    {
        ["empty string"] = new() { S = "" },
        ["no number"] = new() { N = "classified" },
        ["too long a number"] = new() { N = new string('9', 39) },
        ["bytes"] = new() { B = new MemoryStream("classified"u8.ToArray()) },
        ["boolean"] = new() { BOOL = true },
        ["null"] = new() { NULL = true },
        ["strings"] = new() { SS = ["classified"] },
        ["list"] = new() { L = [new() { S = "classified" }] },
        ["map"] = new() { M = new() { ["classified"] = new() { S = "classified" } } },
    };

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Anything_else_is_refused_without_its_value(string kind)
    {
        var error = Assert.Throws<InvalidOperationException>(() => Select(Unfit[kind]));

        Assert.Contains("'tenant'", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("classified", error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_missing_attribute_is_refused()
        => Assert.Throws<InvalidOperationException>(() => s_selector.SelectBranchKeyId(new Dictionary<string, AttributeValue> { ["Tenant"] = new() { S = "acme" } }));

    private static string Select(AttributeValue value)
        => s_selector.SelectBranchKeyId(new Dictionary<string, AttributeValue> { ["tenant"] = value, ["other"] = new() { S = "other" } });
}
