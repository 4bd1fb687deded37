namespace Encrypted.Mapper.Keys;

/// <summary>How long and how many branch keys stay in memory (keyrings, section 11). Read when the cache is made.</summary>
public sealed class BranchKeyCacheOptions
{
    /// <summary>
    /// How long a key is used after it was fetched: more than zero, at most 24 hours. Default: 5 minutes. It is also how long a
    /// process goes on after its access was taken away, and how long it writes under an old version after a rotation.
    /// </summary>
    public TimeSpan TimeToLive { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>How many active keys and how many versions are kept, each: at least 1. Default: 1,000. Beyond it the least recently used are zeroed.</summary>
    public int Capacity { get; set; } = 1_000;

    /// <summary>The age of an active version from which on a warning is logged and counted; it is used nevertheless. Default: 400 days.</summary>
    public TimeSpan ActiveKeyMaximumAge { get; set; } = TimeSpan.FromDays(400);

    /// <summary>The clock. Default: the system's.</summary>
    public TimeProvider TimeProvider { get; set; } = TimeProvider.System;
}
