namespace Encrypted.Mapper.Keys;

/// <summary>A branch key that the cache owns, and when it was asked for.</summary>
internal sealed record CachedKey(BranchKey Key, CacheClock.Moment Start);
