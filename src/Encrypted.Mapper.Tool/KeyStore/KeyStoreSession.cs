using Encrypted.Mapper.Keys;

namespace Encrypted.Mapper.Tool.KeyStore;

/// <summary>A key store that a command works on.</summary>
internal sealed class KeyStoreSession(BranchKeyStore store, Report report)
{
    public BranchKeyStore Store => store;

    /// <returns>The table's ARN.</returns>
    public async Task<string> CreateTableAsync(CancellationToken cancellationToken)
    {
        var (arn, existed) = await store.CreateTableAsync(cancellationToken).ConfigureAwait(false);
        report.Hint(existed ? $"Table '{store.Configuration.TableName}' exists already, and is a key store." : $"Table '{store.Configuration.TableName}' was created.");
        return arn;
    }
}
