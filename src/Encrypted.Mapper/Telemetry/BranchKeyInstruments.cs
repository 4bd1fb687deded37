using System.Diagnostics.Metrics;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Encrypted.Mapper.Telemetry;

/// <summary>The counters and log messages of one scope of a branch key cache. Tags name the key store and the scope, never a branch key.</summary>
internal sealed class BranchKeyInstruments(string keyStore, string scope, ILoggerFactory? loggers)
{
    public const string Active = "active";
    public const string Version = "version";

    private static readonly Meter s_meter = new(EncryptedDynamoTelemetry.MeterName);
    private static readonly Counter<long> s_hits = s_meter.CreateCounter<long>(EncryptedDynamoTelemetry.BranchKeyHits, "{key}", "Branch keys found in memory.");
    private static readonly Counter<long> s_misses = s_meter.CreateCounter<long>(EncryptedDynamoTelemetry.BranchKeyMisses, "{key}", "Branch keys not found in memory.");
    private static readonly Counter<long> s_failures = s_meter.CreateCounter<long>(EncryptedDynamoTelemetry.BranchKeyFailures, "{load}", "Loads of branch keys that failed.");
    private static readonly Counter<long> s_refreshes = s_meter.CreateCounter<long>(EncryptedDynamoTelemetry.BranchKeyRefreshes, "{load}", "Loads of branch keys ahead of their expiry.");
    private static readonly Counter<long> s_evictions = s_meter.CreateCounter<long>(EncryptedDynamoTelemetry.BranchKeyEvictions, "{key}", "Branch keys zeroed because the cache was full.");
    private static readonly Counter<long> s_old = s_meter.CreateCounter<long>(EncryptedDynamoTelemetry.BranchKeyTooOld, "{load}", "Loads of active branch keys beyond their maximum age.");

    private readonly string _keyStoreName = keyStore;
    private readonly string _scopeName = scope;
    private readonly ILogger _logger = (ILogger?)loggers?.CreateLogger("Encrypted.Mapper.Keys.BranchKeyCache") ?? NullLogger.Instance;
    private readonly KeyValuePair<string, object?> _keyStore = new(EncryptedDynamoTelemetry.KeyStoreTag, keyStore);
    private readonly KeyValuePair<string, object?> _scope = new(EncryptedDynamoTelemetry.ScopeTag, scope);

    public void Asked(bool isHit) => Add(isHit ? s_hits : s_misses);

    public void Refreshed() => Add(s_refreshes);

    public void Evicted() => Add(s_evictions);

    public void Failed(string rule, bool isRefresh)
        => Guarded(
            (Rule: rule, IsRefresh: isRefresh),
            static (self, failure) =>
            {
                s_failures.Add(1, self._keyStore, self._scope, new(EncryptedDynamoTelemetry.RuleTag, failure.Rule));
                if (failure.IsRefresh)
                {
                    BranchKeyLog.RefreshFailed(self._logger, self._scopeName, self._keyStoreName, failure.Rule);
                }
                else
                {
                    BranchKeyLog.LoadFailed(self._logger, self._scopeName, self._keyStoreName, failure.Rule);
                }
            });

    public void RolledBack(string branchKeyId, Guid loaded, Guid newest)
        => Guarded((branchKeyId, loaded, newest), static (self, key) => BranchKeyLog.RolledBack(self._logger, self._keyStoreName, key.branchKeyId, key.loaded, key.newest));

    public void TooOld(string branchKeyId, Guid version, DateTimeOffset created)
        => Guarded(
            (branchKeyId, version, created),
            static (self, key) =>
            {
                s_old.Add(1, self._keyStore);
                BranchKeyLog.TooOld(self._logger, self._keyStoreName, key.branchKeyId, key.version, key.created);
            });

    private void Add(Counter<long> counter) => Guarded(counter, static (self, counter) => counter.Add(1, self._keyStore, self._scope));

    // Who listens to meters and logs is foreign code. If it fails, no key and nobody who waits for one must suffer from it.
    private void Guarded<T>(T argument, Action<BranchKeyInstruments, T> report)
    {
        try
        {
            report(this, argument);
        }
        catch (Exception)
        {
            // There is nowhere left to tell it.
        }
    }
}
