using System.Text;
using Encrypted.Mapper.Tool.Items;
using Encrypted.Mapper.Tool.Tests.Support;

namespace Encrypted.Mapper.Tool.Tests.Items;

/// <summary>What counts as a line, and as an item.</summary>
public sealed class LineTests
{
    private const string Good = """{"pk":{"S":"p"},"u":{"S":"ä😀\u2028"}}""";

    public static TheoryData<string, string> BadLines => new()
    {
        { "", "line-empty" },
        { " \t ", "line-empty" },
        { "x", "line-not-json" },
        { "{", "line-not-json" },
        { "{} {}", "line-not-json" },
        { """{"a":{"S":"\ud800"}}""", "line-not-json" },
        { """{"\udc00":{"S":"x"}}""", "line-not-json" },
        { """{"a":{"S":"x"},}""", "line-not-json" },
        { """{"a":{"N":01}}""", "line-not-json" },
        { new string('[', 600), "line-not-json" },
        { "[]", "value-form" },
        { "null", "value-form" },
        { """{"a":"x"}""", "value-form" },
        { """{"a":{"S":"x"},"a":{"S":"x"}}""", "duplicate-name" },
        { """{"a":{"S":"x"},"\u0061":{"S":"x"}}""", "duplicate-name" },
        { """{"a":{"M":{"b":{"S":"x"},"b":{"S":"y"}}}}""", "duplicate-name" },
        { """{"a":{}}""", "value-type" },
        { """{"a":{"S":"x","S":"x"}}""", "value-type" },
        { """{"a":{"S":"x","N":"1"}}""", "value-type" },
        { """{"a":{"X":"x"}}""", "value-type" },
        { """{"a":{"s":"x"}}""", "value-type" },
        { """{"a":{"N":1}}""", "value-form" },
        { """{"a":{"NS":[1]}}""", "value-form" },
        { """{"a":{"S":null}}""", "value-form" },
        { """{"a":{"S":["x"]}}""", "value-form" },
        { """{"a":{"BOOL":"true"}}""", "value-form" },
        { """{"a":{"NULL":null}}""", "value-form" },
        { """{"a":{"SS":"x"}}""", "value-form" },
        { """{"a":{"L":{}}}""", "value-form" },
        { """{"a":{"L":["x"]}}""", "value-form" },
        { """{"a":{"M":[]}}""", "value-form" },
        { """{"a":{"B":"AA"}}""", "value-form" },
        { """{"a":{"B":"AA==AA=="}}""", "value-form" },
        { """{"a":{"B":"AAA A"}}""", "value-form" },
        { """{"a":{"B":" AAAA   "}}""", "value-form" },
        { """{"a":{"B":"AA-_"}}""", "value-form" },
        { """{"a":{"BS":["AAAA","%"]}}""", "value-form" },
    };

    [Theory]
    [MemberData(nameof(BadLines))]
    public async Task A_line_that_is_no_item_is_an_error_and_the_lines_around_it_go_on(string line, string rule)
    {
        using var schema = SchemaFile.With();

        var result = await ToolRun.WithinAsync($"{Good}\n{line}\n{Good}\n", "item", "encrypt", "--config", schema.Path);

        Assert.Equal(ExitCodes.SomeFailed, result.ExitCode);
        Assert.Equal(3, result.Lines.Length);
        Assert.Null(ToolResult.ErrorOf(result.Lines[0]));
        Assert.Null(ToolResult.ErrorOf(result.Lines[2]));
        var error = ToolResult.ErrorOf(result.Lines[1]);
        Assert.Equal(nameof(ItemFormatException), error?.Type);
        Assert.EndsWith($"(rule {rule}).", error?.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\uFEFF" + Good + "\n" + Good + "\n")]
    [InlineData(Good + "\r\n" + Good + "\r\n")]
    [InlineData(Good + "\n" + Good)]
    [InlineData("  " + Good + "\t\n" + Good + " \r\n")]
    public async Task Byte_order_mark_carriage_returns_and_a_missing_last_line_feed_are_passed_over(string input)
    {
        using var schema = SchemaFile.With();

        var result = await ToolRun.WithinAsync(input, "item", "encrypt", "--config", schema.Path);

        Assert.Equal(ExitCodes.AllSucceeded, result.ExitCode);
        Assert.Equal(2, result.Lines.Length);
        Assert.Equal((byte)'{', result.Output[0]);
        Assert.DoesNotContain('\r', result.Text);
        Assert.All(result.Lines, line => Assert.Equal("ä😀\u2028", ToolResult.Json(line).GetProperty("u").GetProperty("S").GetString()));
    }

    [Fact]
    public async Task A_byte_order_mark_elsewhere_is_an_error()
    {
        using var schema = SchemaFile.With();
        var result = await ToolRun.WithinAsync($"{Good}\n\uFEFF{Good}\n", "item", "encrypt", "--config", schema.Path);
        Assert.Contains("(rule line-not-json)", ToolResult.ErrorOf(result.Lines[1])?.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Bytes_that_are_not_UTF8_are_an_error()
    {
        var line = Encoding.UTF8.GetBytes("{\"pk\":{\"S\":\"?\"}}");
        line[Array.IndexOf(line, (byte)'?')] = 0xFF;
        var result = await ToolRun.WithinAsync(line, "item", "describe");
        Assert.Contains("(rule line-not-json)", result.OnlyError().Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_input_gives_no_output()
    {
        var result = await ToolRun.WithinAsync("", "item", "describe");
        Assert.Equal((ExitCodes.AllSucceeded, "", ""), (result.ExitCode, result.Text, result.Messages));
    }

    [Fact]
    public async Task A_line_over_the_limit_is_an_error_and_the_next_is_read()
    {
        using var schema = SchemaFile.With();
        var tooLong = new string(' ', LineProcessor.MaxLineLength) + Good;

        var result = await ToolRun.WithinAsync($"{tooLong}\n{Good}\n{tooLong}", "item", "encrypt", "--config", schema.Path);

        Assert.Equal(3, result.Lines.Length);
        Assert.Contains("(rule line-too-long)", ToolResult.ErrorOf(result.Lines[0])?.Message, StringComparison.Ordinal);
        Assert.Null(ToolResult.ErrorOf(result.Lines[1]));
        Assert.Contains("(rule line-too-long)", ToolResult.ErrorOf(result.Lines[2])?.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_type_and_the_order_of_lines_survive_the_way_there_and_back()
    {
        using var schema = SchemaFile.With();
        string[] values =
        [
            """{"S":""}""", """{"S":"\"\\\u0000"}""", """{"N":"-1.5"}""", """{"B":""}""", """{"B":"AQI="}""", """{"BOOL":true}""", """{"BOOL":false}""", """{"NULL":true}""",
            """{"SS":[]}""", """{"SS":["a","b"]}""", """{"NS":["1","2"]}""", """{"BS":["AQ==","Ag=="]}""", """{"L":[]}""", """{"M":{}}""", """{"L":[{"M":{"S":{"NULL":true}}},{"N":"7"}]}""",
        ];
        var plain = string.Concat(values.Select((value, i) => $$$"""{"pk":{"S":"{{{i}}}"},"e":{{{value}}}}""" + "\n"));

        var protectedItems = await ToolRun.WithinAsync(plain, "item", "encrypt", "--config", schema.Path);
        var result = await ToolRun.WithinAsync(protectedItems.Output, "item", "decrypt", "--config", schema.Path);

        Assert.Equal(ExitCodes.AllSucceeded, result.ExitCode);
        Assert.All(protectedItems.Lines, line => Assert.True(ToolResult.Json(line).GetProperty("e").TryGetProperty("B", out _)));
        Assert.Equal(plain, result.Text);
    }
}
