using Amazon.DynamoDBv2.DataModel;

namespace Encrypted.Mapper;

public static partial class EncryptedDynamoContextExtensions
{
    /// <summary>
    /// Fetches branch keys from the key store and runs the code of encryption and decryption once, so that the first item of a
    /// process that was just started doesn't wait for them. Nothing is sent to the tables of entities.
    /// </summary>
    /// <param name="context">A context that <c>AddEncryptedDynamo</c> registered.</param>
    /// <param name="branchKeyIds">Branch keys beside the one that <c>UseKeyStore</c> names, such as those of the tenants that are expected; <see langword="null"/> for none.</param>
    /// <param name="cancellationToken">Cancels the wait.</param>
    /// <returns>A task that ends when all were tried.</returns>
    /// <exception cref="KeyUnavailableException">A branch key can't be had; the others were fetched, of every key store.</exception>
    /// <exception cref="ModelConfigurationException">The context is another one.</exception>
    public static Task WarmUpAsync(this IDynamoDBContext context, IReadOnlyCollection<string>? branchKeyIds = null, CancellationToken cancellationToken = default)
        => Of(context).WarmUpAsync(branchKeyIds, cancellationToken);
}
