namespace Encrypted.Mapper.Keys;

/// <summary>Tells how long keys live. By two clocks: one of them stands still while a process is frozen, the other may be set back.</summary>
internal sealed class CacheClock(TimeProvider time, TimeSpan timeToLive)
{
    public TimeSpan TimeToLive => timeToLive;

    public TimeProvider Time => time;

    public Moment Now() => new(time.GetTimestamp(), time.GetUtcNow());

    public bool IsOver(Moment start) => Age(start) >= timeToLive;

    public bool HasPassed(Moment start, TimeSpan span) => Age(start) >= span;

    private TimeSpan Age(Moment start)
    {
        var elapsed = time.GetElapsedTime(start.Timestamp);
        var wall = time.GetUtcNow() - start.Utc;
        return wall > elapsed ? wall : elapsed;
    }

    /// <summary>A point in time by both clocks.</summary>
    internal readonly record struct Moment(long Timestamp, DateTimeOffset Utc);
}
