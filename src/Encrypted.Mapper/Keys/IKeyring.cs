namespace Encrypted.Mapper.Keys;

/// <summary>
/// Wraps data keys for one or more recipients and unwraps them (keyrings, section 1.3). Implementations are thread-safe
/// and never block on async work. <see cref="WrappingKeyring"/> is the base of those that protect data keys themselves.
/// </summary>
public interface IKeyring
{
    /// <summary>Adds at least one encrypted data key, with its symmetric signing key, to the materials.</summary>
    /// <param name="materials">The materials of the item to be written. Its data key may exist already.</param>
    /// <param name="cancellationToken">Cancels the key access.</param>
    /// <returns>A task that ends when the materials are complete.</returns>
    /// <exception cref="KeyUnavailableException">The key can't be reached or used.</exception>
    ValueTask OnEncryptAsync(EncryptionMaterials materials, CancellationToken cancellationToken);

    /// <summary>
    /// Tries to unwrap the encrypted data keys that this keyring may hold the key of, in their order, and puts the first
    /// data key into the materials. When none can be unwrapped the materials are left as they are.
    /// </summary>
    /// <param name="materials">The materials of the item to be read, without a data key.</param>
    /// <param name="encryptedDataKeys">The encrypted data keys of the item's header.</param>
    /// <param name="cancellationToken">Cancels the key access.</param>
    /// <returns>A task that ends when the data key is found or all were tried.</returns>
    /// <exception cref="KeyUnavailableException">The key can't be reached or used.</exception>
    ValueTask OnDecryptAsync(DecryptionMaterials materials, IReadOnlyList<EncryptedDataKey> encryptedDataKeys, CancellationToken cancellationToken);
}
