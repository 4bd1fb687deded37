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

    private readonly ILogger _logger = (ILogger?)loggers?.CreateLogger("Encrypted.Mapper.Keys.BranchKeyCache") ?? NullLogger.Instance;
    private readonly KeyValuePair<string, object?> _keyStore = new(EncryptedDynamoTelemetry.KeyStoreTag, keyStore);
    private readonly KeyValuePair<string, object?> _scope = new(EncryptedDynamoTelemetry.ScopeTag, scope);

    public void Hit() => s_hits.Add(1, _keyStore, _scope);

    public void Miss() => s_misses.Add(1, _keyStore, _scope);

    public void Refresh() => s_refreshes.Add(1, _keyStore, _scope);

    public void Evicted() => s_evictions.Add(1, _keyStore, _scope);

    public void Failed(string rule, bool isRefresh)
    {
        s_failures.Add(1, _keyStore, _scope, new(EncryptedDynamoTelemetry.RuleTag, rule));
        if (isRefresh)
        {
            BranchKeyLog.RefreshFailed(_logger, scope, keyStore, rule);
        }
        else
        {
            BranchKeyLog.LoadFailed(_logger, scope, keyStore, rule);
        }
    }

    public void RolledBack(string branchKeyId, Guid loaded, Guid newest) => BranchKeyLog.RolledBack(_logger, keyStore, branchKeyId, loaded, newest);

    public void TooOld(string branchKeyId, Guid version, DateTimeOffset created)
    {
        s_old.Add(1, _keyStore);
        BranchKeyLog.TooOld(_logger, keyStore, branchKeyId, version, created);
    }
}
