namespace Encrypted.Mapper.KeyManagement.Tests.Support;

/// <summary>The system's clock, which a test puts forward. Timers run as ever: whatever is under way isn't late because of a jump.</summary>
internal sealed class JumpingTime : TimeProvider
{
    private long _jumpedTicks;

    public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + Jumped;

    public override long GetTimestamp() => base.GetTimestamp() + (long)(Jumped.TotalSeconds * TimestampFrequency);

    public void Advance(TimeSpan span) => Interlocked.Add(ref _jumpedTicks, span.Ticks);

    private TimeSpan Jumped => TimeSpan.FromTicks(Interlocked.Read(ref _jumpedTicks));
}
