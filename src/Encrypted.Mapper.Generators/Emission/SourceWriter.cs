using System.Text;
using Microsoft.CodeAnalysis.Text;

namespace Encrypted.Mapper.Generators.Emission;

/// <summary>Writes indented source. Lines end with a line feed on every system, so that output is the same everywhere.</summary>
internal sealed class SourceWriter
{
    private const int IndentWidth = 4;

    private readonly StringBuilder _text = new();
    private int _depth;

    public SourceWriter Line(string text = "")
    {
        if (text.Length > 0)
        {
            _text.Append(' ', _depth * IndentWidth).Append(text);
        }

        _text.Append('\n');
        return this;
    }

    public SourceWriter Open(string header)
    {
        Line(header).Line("{");
        _depth++;
        return this;
    }

    public SourceWriter Close(string suffix = "")
    {
        _depth--;
        return Line("}" + suffix);
    }

    /// <summary>Starts a list of arguments, one a line.</summary>
    public SourceWriter OpenArguments(string header)
    {
        Line(header);
        _depth++;
        return this;
    }

    /// <summary>Ends the list after its last line.</summary>
    public SourceWriter CloseArguments()
    {
        _depth--;
        return this;
    }

    public SourceWriter Indented(string text)
    {
        _depth++;
        Line(text);
        _depth--;
        return this;
    }

    public SourceText ToSource() => SourceText.From(_text.ToString(), Encoding.UTF8);
}
