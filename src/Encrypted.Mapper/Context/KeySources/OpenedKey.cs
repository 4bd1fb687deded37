using Encrypted.Mapper.Keys;

namespace Encrypted.Mapper.Context;

/// <summary>One key that a context was configured with, opened. Disposes what the context owns of it.</summary>
internal abstract class OpenedKey : IDisposable
{
    /// <summary>The keyring of one table.</summary>
    /// <param name="tableName">The table, for refusals.</param>
    /// <param name="branchKeyAttribute">The attribute that names the branch key of the table's items, if the entities declare one.</param>
    /// <exception cref="ModelConfigurationException">The declaration and the configuration don't fit.</exception>
    public abstract IKeyring KeyringOf(string tableName, string? branchKeyAttribute);

    /// <summary>Fetches ahead what the first item would wait for.</summary>
    public virtual Task WarmUpAsync(IReadOnlyCollection<string> branchKeyIds, CancellationToken cancellationToken) => Task.CompletedTask;

    public abstract void Dispose();
}
