using System.Diagnostics;
using Amazon.KeyManagementService;
using Encrypted.Mapper.Telemetry;

namespace Encrypted.Mapper.Keys;

/// <summary>One call to AWS KMS: measured, and its failures turned into the library's own. It is never repeated here: retries are the AWS SDK's.</summary>
internal static class KmsCall
{
    /// <summary>What the service's own limit of a ciphertext is, in bytes: longer than any that it makes.</summary>
    public const int MaxCiphertextLength = 6144;

    private const string Cancelled = "cancelled";
    private const string ForeignCiphertext = "foreign-ciphertext";

    /// <summary>Sends the request.</summary>
    /// <param name="clients">Supplies the client.</param>
    /// <param name="region">The Region of the key; empty if it is named without one.</param>
    /// <param name="operation">The call, as policies name it: <c>kms:Decrypt</c>.</param>
    /// <param name="key">The key's identifier, for messages and traces.</param>
    /// <param name="request">The request.</param>
    /// <param name="send">Calls the client's method; a static function.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The response; null if the service says that the ciphertext isn't one of this key and encryption context.</returns>
    /// <exception cref="KeyUnavailableException">The call failed.</exception>
    public static async ValueTask<TResponse?> SendAsync<TRequest, TResponse>(
        IKmsClientSupplier clients,
        string region,
        string operation,
        string key,
        TRequest request,
        Func<IAmazonKeyManagementService, TRequest, CancellationToken, Task<TResponse>> send,
        CancellationToken cancellationToken)
        where TResponse : class
    {
        using var activity = KmsInstruments.Start(operation, key);
        var started = Stopwatch.GetTimestamp();
        var outcome = EncryptedDynamoTelemetry.Succeeded;
        try
        {
            cancellationToken.ThrowIfCancellationRequested();
            var client = clients.GetClient(region) ?? throw KmsErrors.NoClient(region);
            return await send(client, request, cancellationToken).ConfigureAwait(false)
                ?? throw KmsFailure.Response(operation, key, "no answer");
        }
        catch (Exception error) when (KmsFailure.IsForeignCiphertext(error))
        {
            outcome = ForeignCiphertext;
            return null;
        }
        catch (OperationCanceledException error) when (cancellationToken.IsCancellationRequested)
        {
            outcome = Cancelled;
            throw new InterruptedCallException(KmsFailure.From(operation, key, error), error, cancellationToken);
        }
        catch (EncryptedDynamoException error)
        {
            outcome = error.Rule;
            throw;
        }
        catch (Exception error) when (error is not (ObjectDisposedException or OutOfMemoryException))
        {
            var failure = KmsFailure.From(operation, key, error);
            outcome = failure.Rule;
            throw failure;
        }
        finally
        {
            KmsInstruments.Stop(activity, operation, started, outcome);
        }
    }
}
