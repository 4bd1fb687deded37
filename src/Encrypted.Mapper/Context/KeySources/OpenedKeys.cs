using System.Collections.Concurrent;
using Encrypted.Mapper.Keys;

namespace Encrypted.Mapper.Context;

/// <summary>The keys of a context, which are disposed with it.</summary>
internal sealed class OpenedKeys(List<OpenedKey> keys, KeyServices services) : IDisposable
{
    private readonly ConcurrentDictionary<string, IKeyring> _keyrings = new(StringComparer.Ordinal);

    /// <summary>The keyring of a table: that of the one key, or a multi-keyring whose generator is the first.</summary>
    public IKeyring KeyringOf(string tableName, string? branchKeyAttribute)
        => _keyrings.TryGetValue(branchKeyAttribute ?? "", out var keyring)
            ? keyring
            : _keyrings.GetOrAdd(branchKeyAttribute ?? "", Combine(tableName, branchKeyAttribute));

    /// <summary>Warms up all keys at once. One that fails keeps none of the others from it; the first failure in their order is thrown in the end.</summary>
    public async Task WarmUpAsync(IReadOnlyCollection<string> branchKeyIds, CancellationToken cancellationToken)
    {
        var warmUps = keys.ConvertAll(key => key.WarmUpAsync(branchKeyIds, cancellationToken));
        await Task.WhenAll(warmUps).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        foreach (var warmUp in warmUps)
        {
            await warmUp.ConfigureAwait(false);
        }
    }

    public void Dispose()
    {
        keys.ForEach(static key => key.Dispose());
        services.Dispose();
    }

    private IKeyring Combine(string tableName, string? branchKeyAttribute)
    {
        var keyrings = keys.ConvertAll(key => key.KeyringOf(tableName, branchKeyAttribute));
        return keyrings.Count == 1 ? keyrings[0] : new MultiKeyring(keyrings[0], [.. keyrings[1..]]);
    }
}
