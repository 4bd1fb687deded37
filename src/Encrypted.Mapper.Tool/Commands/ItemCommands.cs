using System.CommandLine;
using Encrypted.Mapper.Encryption;
using Encrypted.Mapper.Tool.Items;
using Encrypted.Mapper.Tool.KeyStore;
using Encrypted.Mapper.Tool.Schema;

namespace Encrypted.Mapper.Tool.Commands;

/// <summary><c>item encrypt</c>, <c>item decrypt</c> and <c>item describe</c>: one item a line in, one line out for each.</summary>
internal static class ItemCommands
{
    /// <param name="run">Runs an operation on every line and gives the exit code.</param>
    /// <param name="report">Where a schema file that can't be read is told.</param>
    public static Command Create(Func<ItemOperation, CancellationToken, Task<int>> run, Report report) => new(
        "item",
        "Works on items in DynamoDB JSON, one a line on standard input. Writes one line for each: the result, or {\"error\": {\"type\", \"message\"}}.")
    {
        WithSchema(
            "encrypt",
            "Encrypts and signs items.",
            run,
            report,
            static schema => async (item, writer, cancellation) =>
                DynamoJsonWriter.Write(writer, await schema.Encryptor.EncryptAsync(item, cancellation).ConfigureAwait(false))),
        WithSchema(
            "decrypt",
            "Verifies and decrypts items.",
            run,
            report,
            static schema => async (item, writer, cancellation) =>
                DynamoJsonWriter.Write(writer, await schema.Encryptor.DecryptAsync(item, cancellation).ConfigureAwait(false))),
        Describe(run),
    };

    private static Command WithSchema(
        string name,
        string description,
        Func<ItemOperation, CancellationToken, Task<int>> run,
        Report report,
        Func<TableSchema, ItemOperation> operation)
    {
        var config = new Option<string>("--config") { Description = "The table's schema file (JSON).", Required = true, HelpName = "FILE" };
        var (dynamoDB, kms) = (EndpointOption.DynamoDB(), EndpointOption.Kms());
        var command = new Command(name, description) { config, dynamoDB, kms };
        command.SetAction(async (parsed, cancellation) =>
        {
            try
            {
                using var schema = TableSchemaFile.Read(parsed.GetRequiredValue(config));
                await schema.OpenAsync(new AwsEndpoints(Region: null, parsed.GetValue(dynamoDB), parsed.GetValue(kms))).ConfigureAwait(false);
                return await run(operation(schema), cancellation).ConfigureAwait(false);
            }
            catch (Exception error) when (error is SchemaFileException or KeyStoreCommandException)
            {
                report.Error(error.Message);
                return ExitCodes.BadCommand;
            }
        });
        return command;
    }

    private static Command Describe(Func<ItemOperation, CancellationToken, Task<int>> run)
    {
        var command = new Command("describe", "Tells what the items' headers say of themselves, without keys. Nothing of it is authenticated.");
        command.SetAction((_, cancellation) => run(
            static (item, writer, _) =>
            {
                DescriptionWriter.Write(writer, ItemEncryptor.Describe(item));
                return ValueTask.CompletedTask;
            },
            cancellation));
        return command;
    }
}
