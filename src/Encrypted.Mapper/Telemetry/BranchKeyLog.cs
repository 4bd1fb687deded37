using Microsoft.Extensions.Logging;

namespace Encrypted.Mapper.Telemetry;

/// <summary>The log messages of branch key caches. Event ids never change. A branch key is named only once its key store has shown that it exists.</summary>
internal static partial class BranchKeyLog
{
    [LoggerMessage(2001, LogLevel.Warning, "Could not load a branch key ({Scope}) of key store {KeyStore}: {Rule}.")]
    public static partial void LoadFailed(ILogger logger, string scope, string keyStore, string rule);

    [LoggerMessage(2002, LogLevel.Warning, "Could not refresh a branch key ({Scope}) of key store {KeyStore} ahead of its expiry: {Rule}. The one in memory serves to the end of its time.")]
    public static partial void RefreshFailed(ILogger logger, string scope, string keyStore, string rule);

    [LoggerMessage(2003, LogLevel.Error, "Key store {KeyStore} gave version {Loaded} of branch key {BranchKeyId} as active after {Newest}, and it isn't newer by its creation time. It was refused: an old item was put back, or the key was rotated by a clock that is behind.")]
    public static partial void RolledBack(ILogger logger, string keyStore, string branchKeyId, Guid loaded, Guid newest);

    [LoggerMessage(2004, LogLevel.Warning, "The active version {Version} of branch key {BranchKeyId} of key store {KeyStore} is from {Created}: beyond the maximum age. Rotate it.")]
    public static partial void TooOld(ILogger logger, string keyStore, string branchKeyId, Guid version, DateTimeOffset created);
}
