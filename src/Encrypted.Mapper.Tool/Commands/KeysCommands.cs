using System.CommandLine;
using System.Text;
using Encrypted.Mapper.Keys;
using Encrypted.Mapper.Tool.KeyStore;

namespace Encrypted.Mapper.Tool.Commands;

/// <summary><c>keys init</c>, <c>keys create</c>, <c>keys rotate</c> and <c>keys show</c>: a key store and its branch keys.</summary>
internal sealed class KeysCommands
{
    private readonly KeyStoreRun _run;

    private KeysCommands(Stream output, Report report) => _run = new KeyStoreRun(output, report);

    /// <param name="output">Standard output: ids, versions and ARNs, each alone on a line.</param>
    /// <param name="report">Where refusals are told.</param>
    public static Command Create(Stream output, Report report)
    {
        var commands = new KeysCommands(output, report);
        return new("keys", "Works on branch keys, which stand in a DynamoDB table, protected by a KMS key.")
        {
            commands.Init(),
            commands.CreateKey(),
            commands.Rotate(),
            commands.Show(report),
        };
    }

    private Command Init() => Command("init", "Creates the key store's table, unless it is there. Writes the table's ARN.", needsKmsKey: true, (_, session, token) => session.CreateTableAsync(token));

    private Command CreateKey()
    {
        var id = new Option<string?>("--id") { Description = "The branch key's id, with a --context. Default: a random UUID.", HelpName = "ID" };
        var context = ContextOption.Create();
        var command = Command("create", "Makes a branch key. Writes its id.", needsKmsKey: true, async (parsed, session, token) =>
            await session.Store.CreateKeyAsync(parsed.GetValue(id), parsed.GetValue(context), token).ConfigureAwait(false));
        command.Add(id);
        command.Add(context);
        return command;
    }

    private Command Rotate()
    {
        var id = new Option<string>("--id") { Description = "The branch key's id.", Required = true, HelpName = "ID" };
        var command = Command("rotate", "Makes a new version of a branch key, for what is written from now on. Writes the version.", needsKmsKey: true, async (parsed, session, token) =>
            (await session.Store.VersionKeyAsync(parsed.GetRequiredValue(id), token).ConfigureAwait(false)).ToString("D"));
        command.Add(id);
        return command;
    }

    private Command Show(Report report)
    {
        var id = new Option<string?>("--id") { Description = "The branch key's id. Default: all keys.", HelpName = "ID" };
        var json = new Option<bool>("--json") { Description = "Writes one line of JSON for each key." };
        var command = Command("show", "Tells what the table says of its branch keys, without KMS. Nothing of it is authenticated.", needsKmsKey: false, async (parsed, session, token) =>
        {
            IReadOnlyList<BranchKeyDescription> keys = parsed.GetValue(id) is { } one
                ? [await session.Store.DescribeKeyAsync(one, token).ConfigureAwait(false)]
                : await session.Store.ListKeysAsync(token).ConfigureAwait(false);
            report.Hint("What follows is what the table says. It is not authenticated: whoever can write the table can have written it.");
            return Text(keys, parsed.GetValue(json));
        });
        command.Add(id);
        command.Add(json);
        return command;
    }

    private static string Text(IReadOnlyList<BranchKeyDescription> keys, bool asJson)
    {
        var now = TimeProvider.System.GetUtcNow();
        using var text = new MemoryStream();
        if (asJson)
        {
            foreach (var key in keys)
            {
                KeyDescriptionJson.WriteLine(text, key, now);
            }
        }
        else
        {
            using var writer = new StreamWriter(text, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), leaveOpen: true);
            KeyDescriptionTable.Write(writer, keys, now, isTerminal: !Console.IsOutputRedirected);
        }

        return Encoding.UTF8.GetString(text.GetBuffer().AsSpan(0, (int)text.Length)).TrimEnd('\n');
    }

    private Command Command(string name, string description, bool needsKmsKey, Func<ParseResult, KeyStoreSession, CancellationToken, Task<string>> action)
    {
        var options = new KeyStoreOptions(needsKmsKey);
        var command = new Command(name, description);
        options.AddTo(command);
        command.SetAction((parsed, token) => _run.RunAsync(parsed, options, action, token));
        return command;
    }
}
