using System.CommandLine;
using System.Text;
using Encrypted.Mapper.Keys;

namespace Encrypted.Mapper.Tool.KeyStore;

/// <summary>Runs a command on a key store: writes what it gives, or tells why it was refused.</summary>
internal sealed class KeyStoreRun(Stream output, Report report)
{
    /// <returns>The exit code.</returns>
    public async Task<int> RunAsync(
        ParseResult parsed,
        KeyStoreOptions options,
        Func<ParseResult, KeyStoreSession, CancellationToken, Task<string>> action,
        CancellationToken cancellationToken)
    {
        try
        {
            return await WriteAsync(await ActAsync(parsed, options, action, cancellationToken).ConfigureAwait(false)).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // Which request was under way isn't known, nor what the service made of it.
            report.Error("Interrupted. What was sent already may have been done: 'keys show' tells.");
            return ExitCodes.Interrupted;
        }
        catch (ModelConfigurationException error)
        {
            report.Error(error.Message);
            return ExitCodes.BadCommand;
        }
        catch (Exception error) when (error is EncryptedDynamoException or KeyStoreCommandException)
        {
            report.Error(error.Message);
            return ExitCodes.SomeFailed;
        }
    }

    private async Task<string> ActAsync(
        ParseResult parsed,
        KeyStoreOptions options,
        Func<ParseResult, KeyStoreSession, CancellationToken, Task<string>> action,
        CancellationToken cancellationToken)
    {
        var configuration = options.Read(parsed);
        using var clients = await AwsClients.OpenAsync(options.ReadEndpoints(parsed)).ConfigureAwait(false);
        var client = clients.CreateDynamoDB(configuration.TableName, configuration.Kms.KeyArn);
        var store = new BranchKeyStore(configuration, client, clients.Kms);
        return await action(parsed, new KeyStoreSession(store, report), cancellationToken).ConfigureAwait(false);
    }

    // What was made stands, whether or not it can be told: not cancelled, and said elsewhere if nobody reads.
    private async Task<int> WriteAsync(string text)
    {
        if (text.Length == 0)
        {
            return ExitCodes.AllSucceeded;
        }

        try
        {
            await output.WriteAsync(Encoding.UTF8.GetBytes(text + "\n")).ConfigureAwait(false);
            await output.FlushAsync().ConfigureAwait(false);
            return ExitCodes.AllSucceeded;
        }
        catch (IOException)
        {
            report.Error("The output can't be written. It was: " + text);
            return ExitCodes.SomeFailed;
        }
    }
}
