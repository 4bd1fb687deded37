using System.Buffers;
using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace Encrypted.Mapper.Testing.Kms;

/// <summary>The AWS JSON 1.1 protocol over HTTP: one POST for each call. What held plaintext here is overwritten; Kestrel's own buffers are not.</summary>
internal sealed class KmsEndpoint(KmsService service, LocalKmsFaults faults, CallLog log, TimeProvider time)
{
    private const string TargetPrefix = "TrentService.";
    private const int MaxRequest = 256 * 1024;

    public async Task HandleAsync(HttpContext http)
    {
        var id = Guid.NewGuid();
        http.Response.Headers["x-amzn-RequestId"] = id.ToString("D");
        http.Response.ContentType = "application/x-amz-json-1.1";
        using var answer = new ZeroedBuffer();
        try
        {
            http.Response.StatusCode = StatusCodes.Status200OK;
            await AnswerAsync(http, id, answer).ConfigureAwait(false);
        }
        catch (DroppedConnectionException)
        {
            http.Abort();
            return;
        }
        catch (OperationCanceledException) when (http.RequestAborted.IsCancellationRequested)
        {
            return;
        }
        catch (KmsServiceException refusal)
        {
            http.Response.StatusCode = refusal.Status;
            answer.Clear();
            WriteError(answer, refusal);
        }

        http.Response.ContentLength = answer.Written.Length;
        await http.Response.Body.WriteAsync(answer.Written, http.RequestAborted).ConfigureAwait(false);
    }

    private async Task AnswerAsync(HttpContext http, Guid id, ZeroedBuffer answer)
    {
        var body = await ReadAsync(http).ConfigureAwait(false);
        try
        {
            var caller = CallerIdentity.Read(http.Request.Headers.Authorization);
            using var document = Parse(body);
            var request = new KmsRequest(id, OperationOf(http), caller, document.RootElement);
            await ExecuteAsync(request, answer, http).ConfigureAwait(false);
        }
        finally
        {
            CryptographicOperations.ZeroMemory(body);
        }
    }

    private async Task ExecuteAsync(KmsRequest request, ZeroedBuffer answer, HttpContext http)
    {
        try
        {
            await faults.ApplyAsync(request, http.RequestAborted).ConfigureAwait(false);
            using (var writer = new Utf8JsonWriter(answer))
            {
                service.Execute(request, writer);
            }

            log.Add(request, time.GetUtcNow(), error: null);
        }
        catch (KmsServiceException refusal)
        {
            log.Add(request, time.GetUtcNow(), refusal);
            throw;
        }
    }

    private static string OperationOf(HttpContext http)
    {
        var target = http.Request.Headers["X-Amz-Target"].ToString();
        return target.StartsWith(TargetPrefix, StringComparison.Ordinal) && http.Request.Method == HttpMethods.Post
            ? target[TargetPrefix.Length..]
            : throw new KmsServiceException("UnknownOperationException");
    }

    private static JsonDocument Parse(byte[] body)
    {
        try
        {
            var document = JsonDocument.Parse(body.Length == 0 ? "{}"u8.ToArray() : body);
            return document.RootElement.ValueKind == JsonValueKind.Object ? document : throw new KmsServiceException("SerializationException");
        }
        catch (JsonException)
        {
            throw new KmsServiceException("SerializationException");
        }
    }

    private static async Task<byte[]> ReadAsync(HttpContext http)
    {
        var length = http.Request.ContentLength ?? throw new KmsServiceException("MissingContentLength", status: StatusCodes.Status411LengthRequired);
        if (length > MaxRequest)
        {
            throw new KmsServiceException("RequestEntityTooLargeException", status: StatusCodes.Status413PayloadTooLarge);
        }

        var body = new byte[(int)length];
        await http.Request.Body.ReadExactlyAsync(body, http.RequestAborted).ConfigureAwait(false);
        return body;
    }

    private static void WriteError(IBufferWriter<byte> answer, KmsServiceException error)
    {
        using var writer = new Utf8JsonWriter(answer);
        writer.WriteStartObject();
        writer.WriteString("__type", error.Code);
        if (error.Text is not null)
        {
            writer.WriteString("message", error.Text);
        }

        writer.WriteEndObject();
    }
}
