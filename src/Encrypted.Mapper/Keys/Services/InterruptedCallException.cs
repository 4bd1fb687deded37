namespace Encrypted.Mapper.Keys;

/// <summary>
/// A call to a service that was ended from outside. Whoever ended it because no answer came in time finds here what to tell of it;
/// for all others it is the cancellation that they asked for.
/// </summary>
internal sealed class InterruptedCallException(KeyUnavailableException failure, OperationCanceledException cause, CancellationToken cancellationToken)
    : OperationCanceledException(cause.Message, cause, cancellationToken)
{
    /// <summary>The call as one that had no answer in time.</summary>
    public KeyUnavailableException Failure => failure;

    /// <summary>The same interruption, with more of what was tried.</summary>
    public InterruptedCallException With(KeyUnavailableException longer) => new(longer, cause, CancellationToken);
}
