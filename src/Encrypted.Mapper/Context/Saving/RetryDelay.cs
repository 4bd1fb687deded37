using System.Security.Cryptography;

namespace Encrypted.Mapper.Context.Saving;

/// <summary>How long to wait after a conflict: anything from nothing to a bound that doubles with each attempt, so that writers that collided part.</summary>
internal static class RetryDelay
{
    private const int BaseMilliseconds = 20;
    private const int MaxMilliseconds = 1_000;

    /// <summary>The longest wait after an attempt.</summary>
    /// <param name="attempt">The number of the attempt that failed, from 1.</param>
    public static TimeSpan Bound(int attempt)
        => TimeSpan.FromMilliseconds(Math.Min(MaxMilliseconds, (long)BaseMilliseconds << Math.Min(attempt - 1, 16)));

    public static TimeSpan After(int attempt)
        => TimeSpan.FromMilliseconds(RandomNumberGenerator.GetInt32((int)Bound(attempt).TotalMilliseconds + 1));
}
