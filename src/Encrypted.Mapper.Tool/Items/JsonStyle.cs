using System.Text.Encodings.Web;
using System.Text.Json;

namespace Encrypted.Mapper.Tool.Items;

/// <summary>How the tool reads and writes JSON.</summary>
internal static class JsonStyle
{
    /// <summary>Deep enough for values of 32 levels, each of which takes two levels of JSON, and for the format to refuse deeper ones by its own rule.</summary>
    private const int MaxDepth = 512;

    public static JsonWriterOptions Writing { get; } = new() { MaxDepth = MaxDepth, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static JsonDocumentOptions Reading { get; } = new() { MaxDepth = MaxDepth };
}
