using System.Collections.Concurrent;

namespace Encrypted.Mapper.Integration.Tests.Support;

/// <summary>A clock on which every wait is over at once; it keeps how long they would have been.</summary>
internal sealed class ImmediateTime : TimeProvider
{
    public ConcurrentQueue<TimeSpan> Waits { get; } = new();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        Waits.Enqueue(dueTime);
        return System.CreateTimer(callback, state, TimeSpan.Zero, period);
    }
}
