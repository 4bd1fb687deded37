using System.Runtime.ExceptionServices;
using Encrypted.Mapper.Telemetry;
using Microsoft.Extensions.Logging;

namespace Encrypted.Mapper.Keys;

/// <summary>
/// Keeps the branch keys of a key store in memory for a while (keyrings, section 11), so that most items need neither KMS nor the
/// key store. A key is loaded once however many ask for it, and again before its time is over, so that no item waits for it. When
/// KMS or the key store fails, keys go on serving to the end of their time. Thread-safe.
/// </summary>
public sealed class BranchKeyCache : IBranchKeySource, IDisposable
{
    private const int WarmUpParallelism = 8;
    private static readonly TimeSpan s_longestLifetime = TimeSpan.FromHours(24);

    private readonly IBranchKeyLoader _loader;
    private readonly KeyScope<string> _active;
    private readonly KeyScope<(string Id, Guid Version)> _versions;
    private readonly CacheTimer _timer;

    /// <summary>Makes an empty cache over a key store.</summary>
    /// <param name="store">The key store.</param>
    /// <param name="options">The settings; by default 5 minutes and 1,000 keys.</param>
    /// <param name="loggers">Where failures are logged; by default nowhere.</param>
    /// <exception cref="ModelConfigurationException">A setting isn't allowed.</exception>
    public BranchKeyCache(BranchKeyStore store, BranchKeyCacheOptions? options = null, ILoggerFactory? loggers = null)
        : this((IBranchKeyLoader)(store ?? throw new ArgumentNullException(nameof(store))), options, loggers)
    {
    }

    internal BranchKeyCache(IBranchKeyLoader loader, BranchKeyCacheOptions? options = null, ILoggerFactory? loggers = null)
    {
        options ??= new();
        if (options.TimeToLive <= TimeSpan.Zero || options.TimeToLive > s_longestLifetime || options.Capacity < 1 || options.ActiveKeyMaximumAge <= TimeSpan.Zero || options.TimeProvider is null)
        {
            throw new ModelConfigurationException("branch-key-cache", "Branch keys are kept for more than zero and at most 24 hours, at least 1 of them, with a maximum age of more than zero, by a clock (rule branch-key-cache).");
        }

        var clock = new CacheClock(options.TimeProvider, options.TimeToLive);
        var active = new BranchKeyInstruments(loader.Name, BranchKeyInstruments.Active, loggers);
        var newest = new ActiveVersions(loader.Identity, options.TimeProvider, options.ActiveKeyMaximumAge, active);
        _loader = loader;
        _versions = new(clock, options.Capacity, new(loader.Name, BranchKeyInstruments.Version, loggers), new VersionLoad(loader));
        _active = new(clock, options.Capacity, active, new ActiveLoad(loader, newest, _versions));
        _timer = new CacheTimer(this, clock);
    }

    /// <inheritdoc/>
    /// <exception cref="ObjectDisposedException">The cache was disposed.</exception>
    public ValueTask<BranchKeyLease> GetActiveAsync(string branchKeyId, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(branchKeyId);
        return _active.GetAsync(branchKeyId, cancellationToken)!;
    }

    /// <inheritdoc/>
    /// <exception cref="ObjectDisposedException">The cache was disposed.</exception>
    public ValueTask<BranchKeyLease?> GetVersionAsync(string branchKeyId, Guid version, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(branchKeyId);
        return _versions.GetAsync((branchKeyId, version), cancellationToken);
    }

    /// <summary>Loads the active versions of branch keys ahead. Those that are there already are left alone.</summary>
    /// <param name="branchKeyIds">The branch keys' ids.</param>
    /// <param name="cancellationToken">Cancels the wait.</param>
    /// <returns>A task that ends when all were tried.</returns>
    /// <exception cref="KeyUnavailableException">One of them can't be had; the others were loaded.</exception>
    /// <exception cref="ModelConfigurationException">One of them can't be an id; the others were loaded.</exception>
    public async Task WarmUpAsync(IEnumerable<string> branchKeyIds, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(branchKeyIds);
        EncryptedDynamoException? failure = null;
        var options = new ParallelOptions { MaxDegreeOfParallelism = WarmUpParallelism, CancellationToken = cancellationToken };
        await Parallel.ForEachAsync(branchKeyIds, options, async (branchKeyId, token) =>
        {
            try
            {
                (await GetActiveAsync(branchKeyId, token).ConfigureAwait(false)).Dispose();
            }
            catch (EncryptedDynamoException error)
            {
                Interlocked.CompareExchange(ref failure, error, null);
            }
        }).ConfigureAwait(false);
        if (failure is not null)
        {
            ExceptionDispatchInfo.Throw(failure);
        }
    }

    /// <summary>Zeroes all keys, each as soon as no operation uses it any more.</summary>
    public void Dispose()
    {
        _timer.Dispose();
        _active.Dispose();
        _versions.Dispose();
    }

    /// <summary>Names the key store.</summary>
    /// <returns>A text without keys.</returns>
    public override string ToString() => $"{nameof(BranchKeyCache)} of key store '{_loader.Name}'";

    internal void Tend()
    {
        _active.Tend();
        _versions.Tend();
    }
}
