using Encrypted.Mapper.Context;

namespace Encrypted.Mapper;

/// <content>What the first item would wait for, done ahead.</content>
public sealed partial class EncryptedDynamoContext
{
    /// <summary>
    /// Fetches branch keys from the key store and runs the code of encryption and decryption once, so that the first item of a
    /// process that was just started doesn't wait for them. Nothing is sent to the tables of entities. With AWS KMS keys that are
    /// used directly nothing can be fetched ahead: each item has its own call.
    /// </summary>
    /// <param name="branchKeyIds">Branch keys beside the one that <c>UseKeyStore</c> names, such as those of the tenants that are expected; <see langword="null"/> for none.</param>
    /// <param name="cancellationToken">Cancels the wait.</param>
    /// <returns>A task that ends when all were tried.</returns>
    /// <exception cref="KeyUnavailableException">A branch key can't be had; the others were fetched, of every key store.</exception>
    public async Task WarmUpAsync(IReadOnlyCollection<string>? branchKeyIds = null, CancellationToken cancellationToken = default)
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        var keys = _keys.WarmUpAsync(branchKeyIds ?? [], cancellationToken);
        await WarmUpItem.RunAsync(_settings.AlgorithmSuite, cancellationToken).ConfigureAwait(false);
        await keys.ConfigureAwait(false);
    }
}
