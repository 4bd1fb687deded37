using System.CommandLine;
using System.Text;
using Encrypted.Mapper.Tool.Commands;
using Encrypted.Mapper.Tool.Items;

namespace Encrypted.Mapper.Tool;

/// <summary>The tool without its process: arguments and streams in, exit code out.</summary>
internal static class EncryptedDynamoTool
{
    /// <summary>Runs one command.</summary>
    /// <param name="arguments">The command line.</param>
    /// <param name="input">Standard input: the items.</param>
    /// <param name="output">Standard output: a line for each item, or the help that was asked for. UTF-8 without byte order mark.</param>
    /// <param name="messages">Standard error: what is said to people.</param>
    /// <param name="cancellationToken">Ends the run between two lines.</param>
    /// <returns>The exit code, one of <see cref="ExitCodes"/>.</returns>
    public static async Task<int> RunAsync(string[] arguments, Stream input, Stream output, TextWriter messages, CancellationToken cancellationToken)
    {
        var report = new Report(messages);
        var root = new RootCommand("Works with DynamoDB items protected in the format of the AWS Database Encryption SDK.")
        {
            ItemCommands.Create((operation, cancellation) => LineProcessor.RunAsync(operation, input, output, report, cancellation), report),
            KeysCommands.Create(output, report),
        };

        // Without response files: a file may be called @items.json.
        var parsed = root.Parse(arguments, new ParserConfiguration { ResponseFileTokenReplacer = null });
        if (parsed.Errors.Count > 0)
        {
            foreach (var error in parsed.Errors)
            {
                report.Error(error.Message);
            }

            report.Hint("encrypted-dynamo --help tells the commands.");
            return ExitCodes.BadCommand;
        }

        // Only help and version write text; the commands write their lines to the stream itself.
        var text = new StreamWriter(output, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), leaveOpen: true);
        await using var flushing = text.ConfigureAwait(false);
        var configuration = new InvocationConfiguration
        {
            Output = text,
            Error = messages,
            EnableDefaultExceptionHandler = false,
            ProcessTerminationTimeout = null,
        };
        return await parsed.InvokeAsync(configuration, cancellationToken).ConfigureAwait(false);
    }
}
