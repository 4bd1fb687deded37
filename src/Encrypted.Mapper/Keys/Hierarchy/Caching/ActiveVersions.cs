using System.Collections.Concurrent;
using Encrypted.Mapper.Telemetry;

namespace Encrypted.Mapper.Keys;

/// <summary>
/// The newest active version that this process has seen of each branch key. It outlives the keys themselves: whoever can write the
/// key store's table can put an old active item back, which KMS still authenticates. One entry for each key of the store, and no secret.
/// </summary>
/// <param name="keyStore">What tells the key store from others of the process; null if nothing does.</param>
/// <param name="time">The clock.</param>
/// <param name="maximumAge">The age that is warned of.</param>
/// <param name="instruments">Tells of what is found.</param>
internal sealed class ActiveVersions(string? keyStore, TimeProvider time, TimeSpan maximumAge, BranchKeyInstruments instruments)
{
    // Those of all caches: one that was made a moment ago, for another context say, must not write under what an older one refuses.
    private static readonly ConcurrentDictionary<string, ConcurrentDictionary<string, Seen>> s_seen = new(StringComparer.Ordinal);

    private readonly ConcurrentDictionary<string, Seen> _seen
        = keyStore is null ? new(StringComparer.Ordinal) : s_seen.GetOrAdd(keyStore, static _ => new(StringComparer.Ordinal));

    /// <summary>Checks a version that was loaded as the active one.</summary>
    /// <exception cref="KeyUnavailableException">Another one was seen before, and this one isn't newer.</exception>
    public void Accept(BranchKeyMaterials active)
    {
        var id = active.Key.BranchKeyId;
        var loaded = new Seen(active.Key.Version, active.CreateTime);
        var newest = _seen.AddOrUpdate(id, loaded, (_, known) => loaded.IsAfter(known) ? loaded : known);
        if (newest.Version != loaded.Version)
        {
            instruments.RolledBack(id, loaded.Version, newest.Version);
            throw Error.KeyUnavailable(
                "branch-key-rollback",
                "The key store gave another active version of the branch key than before, which isn't newer by its creation time: an old item was put back, or the key was rotated by a clock that is behind",
                [new(KeyStoreTable.GetItem, id, $"version {loaded.Version} after {newest.Version}")],
                null);
        }

        if (active.CreateTime is { } created && time.GetUtcNow() - created > maximumAge)
        {
            instruments.TooOld(id, loaded.Version, created);
        }
    }

    private sealed record Seen(Guid Version, DateTimeOffset? CreateTime)
    {
        // A time that can't be read, on either side, proves nothing.
        public bool IsAfter(Seen other) => CreateTime > other.CreateTime;
    }
}
