namespace Encrypted.Mapper.Keys;

/// <summary>
/// One load that several callers wait for. It holds the key until the last of them has a lease of its own: a small cache may
/// evict the key before they wake up.
/// </summary>
internal sealed class PendingLoad
{
    private readonly TaskCompletionSource<BranchKeyLease?> _source = new(TaskCreationOptions.RunContinuationsAsynchronously);

    // The load itself counts as one.
    private int _users = 1;
    private BranchKeyLease? _lease;

    /// <summary>Lets one more caller wait. Not after <see cref="Complete"/> or <see cref="Fail"/>.</summary>
    public void Join() => Interlocked.Increment(ref _users);

    /// <summary>Waits, and leaves. The caller's cancellation ends its own wait alone.</summary>
    /// <returns>A lease of the caller's own; null if there is no such key.</returns>
    public async ValueTask<BranchKeyLease?> WaitAsync(CancellationToken cancellationToken)
    {
        try
        {
            return (await _source.Task.WaitAsync(cancellationToken).ConfigureAwait(false))?.Duplicate();
        }
        catch (KeyUnavailableException error)
        {
            // One object thrown by many would gather the traces of all.
            throw error.Copy();
        }
        finally
        {
            Leave();
        }
    }

    /// <param name="lease">A lease for the callers; null if there is no such key.</param>
    public void Complete(BranchKeyLease? lease)
    {
        _lease = lease;
        _source.SetResult(lease);
        Leave();
    }

    public void Fail(Exception error)
    {
        _source.SetException(error);

        // Nobody may be waiting any more.
        _ = _source.Task.Exception;
        Leave();
    }

    private void Leave()
    {
        if (Interlocked.Decrement(ref _users) == 0)
        {
            _lease?.Dispose();
        }
    }
}
