using System.Buffers;
using System.Text.Json;

namespace Encrypted.Mapper.Tool.Items;

/// <summary>Reads items line by line and writes one line for each, in order and in bounded memory.</summary>
internal static class LineProcessor
{
    /// <summary>No item that DynamoDB stores comes near it, however its JSON is spelled.</summary>
    public const int MaxLineLength = 16 << 20;

    private static ReadOnlySpan<byte> ByteOrderMark => [0xEF, 0xBB, 0xBF];

    private static ReadOnlySpan<byte> LineEnd => "\n"u8;

    /// <summary>Runs the operation on each line. Each result is handed on before the next line is read.</summary>
    /// <returns>The exit code.</returns>
    public static async Task<int> RunAsync(ItemOperation operation, Stream input, Stream output, Report report, CancellationToken cancellationToken)
    {
        using var lines = new LineReader(input, MaxLineLength);
        var result = new ArrayBufferWriter<byte>(1 << 12);
        using var writer = new Utf8JsonWriter(result, JsonStyle.Writing);
        var (count, failed) = (0L, 0L);
        try
        {
            while (await lines.ReadAsync(cancellationToken).ConfigureAwait(false))
            {
                var line = count++ == 0 && lines.Current.Span.StartsWith(ByteOrderMark) ? lines.Current[ByteOrderMark.Length..] : lines.Current;
                if (await TryAsync(operation, line, lines.IsTooLong, writer, cancellationToken).ConfigureAwait(false) is { } error)
                {
                    // What the operation wrote before it failed is discarded.
                    writer.Reset();
                    result.Clear();
                    WriteError(writer, error);
                    failed++;
                }

                writer.Flush();
                result.Write(LineEnd);
                if (!await TryWriteAsync(output, result.WrittenMemory, cancellationToken).ConfigureAwait(false))
                {
                    report.Error("The output can't be written.");
                    return ExitCodes.SomeFailed;
                }

                writer.Reset();
                result.Clear();
            }
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            report.Error("Interrupted.");
            return ExitCodes.Interrupted;
        }

        report.Summary(count, failed);
        return failed == 0 ? ExitCodes.AllSucceeded : ExitCodes.SomeFailed;
    }

    /// <returns>Why the line failed, or <see langword="null"/>.</returns>
    private static async ValueTask<Exception?> TryAsync(ItemOperation operation, ReadOnlyMemory<byte> line, bool isTooLong, Utf8JsonWriter writer, CancellationToken cancellationToken)
    {
        try
        {
            var item = isTooLong ? throw new ItemFormatException("line-too-long", "it is over 16 MiB") : DynamoJsonReader.ReadItem(line);
            await operation(item, writer, cancellationToken).ConfigureAwait(false);
            return null;
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            return error;
        }
    }

    /// <returns>Whether there is still somebody who reads.</returns>
    private static async ValueTask<bool> TryWriteAsync(Stream output, ReadOnlyMemory<byte> line, CancellationToken cancellationToken)
    {
        try
        {
            await output.WriteAsync(line, cancellationToken).ConfigureAwait(false);
            await output.FlushAsync(cancellationToken).ConfigureAwait(false);
            return true;
        }
        catch (IOException)
        {
            return false;
        }
    }

    private static void WriteError(Utf8JsonWriter writer, Exception error)
    {
        // Of an exception that nobody foresaw, nothing but its type is known to be free of values.
        var isOurs = error is EncryptedDynamoException or ItemFormatException or Schema.KeyringRefusedException;
        writer.WriteStartObject();
        writer.WriteStartObject("error");
        writer.WriteString("type", error.GetType().Name);
        writer.WriteString("message", isOurs ? error.Message : "The line failed in a way that was not foreseen (rule unexpected).");
        writer.WriteEndObject();
        writer.WriteEndObject();
    }
}
