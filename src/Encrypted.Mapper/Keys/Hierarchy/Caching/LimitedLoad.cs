namespace Encrypted.Mapper.Keys;

/// <summary>Loads a key within 30 seconds. What fails is the library's own exception, or the key's owner was disposed.</summary>
internal sealed class LimitedLoad(TimeProvider time)
{
    private static readonly TimeSpan s_limit = TimeSpan.FromSeconds(30);

    // For the call to end by its cancellation, and tell which one it was.
    private static readonly TimeSpan s_grace = TimeSpan.FromSeconds(1);

    /// <param name="load">Loads the key. Its token ends with the limit.</param>
    /// <param name="stop">Ends the load for good.</param>
    /// <exception cref="EncryptedDynamoException">The key can't be had.</exception>
    /// <exception cref="ObjectDisposedException">It isn't wanted any more.</exception>
    public async Task<BranchKeyMaterials?> RunAsync(Func<CancellationToken, Task<BranchKeyMaterials?>> load, CancellationToken stop)
    {
        using var limit = new CancellationTokenSource(s_limit, time);
        using var end = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, stop);
        using var patience = new CancellationTokenSource(s_limit + s_grace, time);
        using var abandon = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, stop);
        Task<BranchKeyMaterials?>? loading = null;
        try
        {
            loading = load(end.Token);
            return await loading.WaitAsync(abandon.Token).ConfigureAwait(false);
        }
        catch (Exception error) when (error is not EncryptedDynamoException)
        {
            // A client that doesn't heed its cancellation may answer yet, or has answered this moment.
            _ = loading is null ? null : DisposeLateAsync(loading);
            ObjectDisposedException.ThrowIf(stop.IsCancellationRequested, typeof(BranchKeyCache));
            throw Typed(error);
        }
    }

    // What the key store doesn't foresee (a client of the application's own, say) is spaced and copied like all other failures.
    private static KeyUnavailableException Typed(Exception error) => error switch
    {
        InterruptedCallException interrupted => interrupted.Failure,
        OperationCanceledException or TimeoutException => KeyStoreErrors.TimedOut(),
        _ => new KeyUnavailableException("A branch key could not be loaded (rule key-unavailable).", error),
    };

    private static async Task DisposeLateAsync(Task<BranchKeyMaterials?> load)
    {
        try
        {
            (await load.ConfigureAwait(false))?.Dispose();
        }
        catch (Exception)
        {
            // Nobody waits for this load any more; its failure was told as a timeout.
        }
    }
}
