namespace Encrypted.Mapper.Keys;

/// <summary>A branch key that the cache owns, and when it was asked for. Used under its owner's lock.</summary>
internal sealed class CachedKey(BranchKey key, CacheClock.Moment start)
{
    public BranchKey Key => key;

    public CacheClock.Moment Start => start;

    /// <summary>Whether somebody found it here. Whom it was loaded for doesn't count: otherwise no key would ever end.</summary>
    public bool IsUsed { get; set; }
}
