using System.Globalization;
using Spectre.Console;

namespace Encrypted.Mapper.Tool;

/// <summary>What the tool says to people, on standard error: styled on a terminal, plain elsewhere. Never a value or a key.</summary>
internal sealed class Report
{
    private readonly TextWriter _plain;
    private readonly IAnsiConsole? _terminal;

    public Report(TextWriter messages)
    {
        _plain = messages;
        var target = new AnsiConsoleOutput(messages);
        if (target.IsTerminal)
        {
            _terminal = AnsiConsole.Create(new AnsiConsoleSettings { Out = target });
        }
    }

    public void Error(string message) => Write(message, "red");

    public void Hint(string message) => Write(message, "grey");

    /// <summary>The counts, for somebody who watches: a program has the exit code.</summary>
    public void Summary(long lines, long failed)
    {
        if (_terminal is not null)
        {
            Write(string.Create(CultureInfo.InvariantCulture, $"{lines} lines, {failed} failed"), failed == 0 ? "green" : "red");
        }
    }

    private void Write(string message, string style)
    {
        if (_terminal is null)
        {
            // Spectre would wrap the text at 80 columns.
            _plain.WriteLine(message);
        }
        else
        {
            _terminal.WriteLine(message, Style.Parse(style));
        }
    }
}
