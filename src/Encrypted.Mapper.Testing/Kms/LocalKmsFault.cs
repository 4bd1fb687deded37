using Encrypted.Mapper.Testing.Kms;

namespace Encrypted.Mapper.Testing;

/// <summary>One fault of <see cref="LocalKmsFaults"/>. Disposing ends it.</summary>
public sealed class LocalKmsFault : IDisposable
{
    private readonly LocalKmsFaults _owner;
    private readonly string? _operation;
    private readonly string? _keyArn;
    private readonly int? _count;
    private int _hits;

    internal LocalKmsFault(LocalKmsFaults owner, string? operation, string? keyArn, int? count)
    {
        if (count is { } limit)
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(limit, 1, nameof(count));
        }

        _owner = owner;
        _operation = operation;
        _keyArn = keyArn;
        _count = count;
    }

    /// <summary>How many calls have met it. Each try of the AWS SDK's own retries is a call.</summary>
    public int Hits => Volatile.Read(ref _hits);

    internal TimeSpan Latency { get; init; }

    internal Func<Exception>? Refusal { get; init; }

    /// <summary>Ends the fault.</summary>
    public void Dispose() => _owner.Remove(this);

    internal bool Matches(KmsRequest request, KeyDirectory keys)
        => (_operation is null || _operation == request.Operation) && (_keyArn is null || KeySearch.Concerns(request, _keyArn, keys));

    /// <summary>Counts one call, and tells whether it was the last.</summary>
    internal bool UseUp() => ++_hits == _count;
}
