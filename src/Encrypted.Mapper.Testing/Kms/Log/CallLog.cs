namespace Encrypted.Mapper.Testing.Kms;

/// <summary>Every call since the start, in the order of the answers.</summary>
internal sealed class CallLog
{
    private readonly object _gate = new();
    private readonly List<LocalKmsCall> _calls = [];
    private readonly Dictionary<string, int> _counts = new(StringComparer.Ordinal);

    public void Add(KmsRequest request, DateTimeOffset time, KmsServiceException? error)
    {
        var call = new LocalKmsCall(request, time, error);
        lock (_gate)
        {
            _calls.Add(call);
            _counts[call.Operation] = _counts.GetValueOrDefault(call.Operation) + 1;
        }
    }

    public LocalKmsCall[] Snapshot()
    {
        lock (_gate)
        {
            return [.. _calls];
        }
    }

    public int Count(string? operation)
    {
        lock (_gate)
        {
            return operation is null ? _calls.Count : _counts.GetValueOrDefault(operation);
        }
    }

    public void Clear()
    {
        lock (_gate)
        {
            _calls.Clear();
            _counts.Clear();
        }
    }
}
