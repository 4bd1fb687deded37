using Encrypted.Mapper.Testing.Kms;

namespace Encrypted.Mapper.Testing;

/// <summary>
/// Faults on demand. Each stands until its count is used up, it is disposed or <see cref="Clear"/> is called. Of several
/// that a call meets, the delays add up, and the first that refuses decides. The AWS SDK repeats calls that were throttled,
/// failed with status 500 or lost their connection, by default twice. Thread-safe.
/// </summary>
public sealed class LocalKmsFaults
{
    private readonly KeyDirectory _keys;
    private readonly object _gate = new();
    private readonly List<LocalKmsFault> _faults = [];

    internal LocalKmsFaults(KeyDirectory keys)
    {
        _keys = keys;
    }

    /// <summary>Answers later.</summary>
    /// <param name="delay">How much later.</param>
    /// <param name="operation">Only calls of this operation.</param>
    /// <param name="keyArn">Only calls about this key.</param>
    /// <param name="count">Only so many calls.</param>
    /// <returns>The fault.</returns>
    public LocalKmsFault Delay(TimeSpan delay, string? operation = null, string? keyArn = null, int? count = null)
        => Add(new(this, operation, keyArn, count) { Latency = delay });

    /// <summary>Refuses with ThrottlingException.</summary>
    /// <param name="operation">Only calls of this operation.</param>
    /// <param name="keyArn">Only calls about this key.</param>
    /// <param name="count">Only so many calls.</param>
    /// <returns>The fault.</returns>
    public LocalKmsFault Throttle(string? operation = null, string? keyArn = null, int? count = null)
        => Add(new(this, operation, keyArn, count) { Refusal = () => new KmsServiceException("ThrottlingException", "Rate exceeded") });

    /// <summary>Refuses with an error.</summary>
    /// <param name="errorCode">The error's code: <c>KMSInternalException</c>, <c>DependencyTimeoutException</c> and <c>KeyUnavailableException</c> come with status 500, all others with 400.</param>
    /// <param name="operation">Only calls of this operation.</param>
    /// <param name="keyArn">Only calls about this key.</param>
    /// <param name="count">Only so many calls.</param>
    /// <returns>The fault.</returns>
    public LocalKmsFault Fail(string errorCode, string? operation = null, string? keyArn = null, int? count = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(errorCode);
        var status = errorCode is "KMSInternalException" or "DependencyTimeoutException" or "KeyUnavailableException" ? 500 : 400;
        return Add(new(this, operation, keyArn, count) { Refusal = () => new KmsServiceException(errorCode, "A fault that was asked for.", status) });
    }

    /// <summary>Cuts the connection without an answer. Such calls are not in the log.</summary>
    /// <param name="operation">Only calls of this operation.</param>
    /// <param name="keyArn">Only calls about this key.</param>
    /// <param name="count">Only so many calls.</param>
    /// <returns>The fault.</returns>
    public LocalKmsFault DropConnections(string? operation = null, string? keyArn = null, int? count = null)
        => Add(new(this, operation, keyArn, count) { Refusal = () => new DroppedConnectionException() });

    /// <summary>Ends all faults. Calls that wait already wait on.</summary>
    public void Clear()
    {
        lock (_gate)
        {
            _faults.Clear();
        }
    }

    internal void Remove(LocalKmsFault fault)
    {
        lock (_gate)
        {
            _faults.Remove(fault);
        }
    }

    internal async Task ApplyAsync(KmsRequest request, CancellationToken cancellationToken)
    {
        var (latency, refusal) = Meet(request);
        if (latency > TimeSpan.Zero)
        {
            await Task.Delay(latency, _keys.Time, cancellationToken).ConfigureAwait(false);
        }

        if (refusal is not null)
        {
            throw refusal();
        }
    }

    private (TimeSpan Latency, Func<Exception>? Refusal) Meet(KmsRequest request)
    {
        lock (_gate)
        {
            var latency = TimeSpan.Zero;
            Func<Exception>? refusal = null;
            for (var i = 0; i < _faults.Count; i++)
            {
                var fault = _faults[i];
                if ((fault.Refusal is not null && refusal is not null) || !fault.Matches(request, _keys))
                {
                    continue;
                }

                latency += fault.Latency;
                refusal ??= fault.Refusal;
                if (fault.UseUp())
                {
                    _faults.RemoveAt(i--);
                }
            }

            return (latency, refusal);
        }
    }

    private LocalKmsFault Add(LocalKmsFault fault)
    {
        lock (_gate)
        {
            _faults.Add(fault);
        }

        return fault;
    }
}
