namespace Encrypted.Mapper.KeyManagement.Tests.Load;

/// <summary>Counts what workers do, and lets a test wait until they did more.</summary>
internal sealed class Progress
{
    private readonly object _gate = new();
    private readonly List<(long Count, TaskCompletionSource Reached)> _waiting = [];
    private long _count;

    public void Add()
    {
        lock (_gate)
        {
            _count++;
            for (var i = _waiting.Count - 1; i >= 0; i--)
            {
                if (_waiting[i].Count <= _count)
                {
                    _waiting[i].Reached.SetResult();
                    _waiting.RemoveAt(i);
                }
            }
        }
    }

    /// <summary>Ends when <paramref name="more"/> further steps were made, or with the first failure of a worker.</summary>
    public async Task WaitForAsync(int more, IReadOnlyCollection<Task> workers)
    {
        var reached = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (_gate)
        {
            _waiting.Add((_count + more, reached));
        }

        await await Task.WhenAny([reached.Task, .. workers]);
    }
}
