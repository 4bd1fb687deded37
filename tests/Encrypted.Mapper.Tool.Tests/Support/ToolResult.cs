using System.Text;
using System.Text.Json;

namespace Encrypted.Mapper.Tool.Tests.Support;

/// <summary>What a run of the tool gave.</summary>
internal sealed record ToolResult(int ExitCode, byte[] Output, string Messages)
{
    private static readonly JsonDocumentOptions s_deep = new() { MaxDepth = 512 };

    public string Text => new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(Output);

    /// <summary>The lines, each of which must end with a line feed.</summary>
    public string[] Lines
    {
        get
        {
            var lines = Text.Split('\n');
            Assert.Equal("", lines[^1]);
            return lines[..^1];
        }
    }

    public static JsonElement Json(string line) => JsonDocument.Parse(line, s_deep).RootElement;

    /// <summary>The error of a line that is one, or <see langword="null"/>.</summary>
    public static (string Type, string Message)? ErrorOf(string line)
    {
        // An item could have an attribute of this name, whose value would be an object of one property.
        var json = Json(line);
        return json.TryGetProperty("error", out var error) && error.TryGetProperty("type", out var type)
            ? (type.GetString()!, error.GetProperty("message").GetString()!)
            : null;
    }

    public (string Type, string Message) OnlyError()
    {
        Assert.Equal(ExitCodes.SomeFailed, ExitCode);
        var error = ErrorOf(Assert.Single(Lines));
        Assert.NotNull(error);
        return error.Value;
    }
}
